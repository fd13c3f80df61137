const shortName = /.{0,30}(?:简称|下称)(?:为|作)?[：:]?[“"]?.{0,20}/g;

/** True when a text gives a name a short form or introduces it as one: 青石县水利局（以下简称县水利局). With or without quotation marks. */
export function introduces(text: string, name: string): boolean {
  return /简称|下称/.test(text) && (text.match(shortName) ?? []).some((around) => around.includes(name));
}
