import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as standard from '../../paper/standard.ts';
import { fontTable } from './fonts.ts';
import { styleIds } from './styles.ts';

/** The time that the parts of the file bear: the same plan gives the same bytes. */
const bornAt = new Date(2012, 6, 1);

/**
 * Gives a .docx what the library cannot: other names of the fonts, margins that change sides on even pages (5.2.1: the
 * binding edge is inside), indents in characters, and no trace of when and where it was made.
 */
export function finish(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const edit = (name: string, change: (xml: string) => string) => {
    const file = files[name];
    if (file) files[name] = strToU8(change(strFromU8(file)));
  };
  files['word/fontTable.xml'] = strToU8(fontTable());
  edit('word/settings.xml', withSettings);
  edit('word/styles.xml', withGridText);
  edit('docProps/core.xml', (xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2012-07-01T00:00:00Z'));
  for (const name of Object.keys(files))
    if (/^word\/(?:document|styles|footer\d+)\.xml$/.test(name)) edit(name, inCharacters);
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, data]) => [name, [data, { mtime: bornAt }] as const])),
  );
}

/**
 * 5.2.3: the grid says how many lines and characters a page has; the text keeps to them by itself. So the last line of a
 * page is used, and no room is put between characters and digits.
 */
const gridText = ['widowControl', 'autoSpaceDE', 'autoSpaceDN', 'snapToGrid'];

function withGridText(xml: string): string {
  const off = gridText.map((name) => `<w:${name} w:val="0"/>`).join('');
  // Both places: some programs take such things from a style only.
  return xml
    .replace('<w:pPrDefault><w:pPr>', `$&${off}`)
    .replace(/<w:style [^>]*w:styleId="Normal"[^>]*>(?:(?!<\/w:style>).)*<w:pPr>/s, `$&${off}`);
}

function withSettings(xml: string): string {
  return xml
    .replace('<w:defaultTabStop', '<w:mirrorMargins/><w:defaultTabStop')
    .replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>');
}

/** Sizes of a character by the style of its paragraph. */
const characters: Readonly<Record<string, number>> = {
  [styleIds.imprint]: standard.imprintCharacter,
  [styleIds.pageNumber]: standard.pageNumberCharacter,
};

/** Adds to every indent in twips the same in characters, by which Word goes where both are there. */
function inCharacters(xml: string): string {
  return xml
    .replace(/<w:style [^>]*w:styleId="([^"]*)"[\s\S]*?<\/w:style>/g, (style, id: string) => withCharacters(style, id))
    .replace(/<w:p>(?:(?!<w:p>)[\s\S])*?<\/w:pPr>/g, (paragraph) =>
      withCharacters(paragraph, /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? ''),
    );
}

function withCharacters(xml: string, style: string): string {
  const size = characters[style] ?? standard.character;
  return xml.replace(/<w:ind\b([^>]*)\/>/g, (_, attributes: string) => {
    let more = '';
    for (const side of ['left', 'right', 'hanging', 'firstLine']) {
      const twips = new RegExp(`w:${side}="(-?\\d+)"`).exec(attributes)?.[1];
      if (twips === undefined || attributes.includes(`w:${side}Chars=`)) continue;
      more += ` w:${side}Chars="${Math.round((Number(twips) / size) * 100)}"`;
    }
    return `<w:ind${attributes}${more}/>`;
  });
}
