import type { Line, Party } from '../../../../plan/model.ts';
import { isLikelyPerson } from '../../../../plan/parties/words.ts';
import { differInOne, type PersonVariant } from './persons.ts';
import { soundAlike } from './sound-alike.ts';

interface Place {
  readonly line: Line;
  readonly at: number;
}

/** 质控科[科长]谭丽: the unit, and what one is there. */
const unitBefore =
  /([\p{Script=Han}]{2}[科股室处办部站所队组局])(?:副?(?:[科股处部站所队组局]长|主任|书记)|干事|负责人|联系人)?$/u;
/** 副组长：赵安、钱平: in a list of the group. */
const inGroup = /(?:组长|指挥长?|成员)[：:]?(?:[\p{Script=Han}]{2,4}、){0,8}$/u;
const endsName = /^(?:$|[，。、；：（(）)]|同志|处|收|兼?任|为|负责|牵头|具体)/;
/** Units in front of a name that are looked at. */
const REACH = 40;

/**
 * Persons of whom the text has a second form that sounds or looks alike, where the post or the unit leaves no doubt that they
 * are one: 副组长钱平 …。…，钱萍兼任办公室主任, who holds one office has another already; 质控科科长谭丽 …交质控科谭莉处.
 */
export function personsInText(parties: readonly Party[], lines: readonly Line[]): readonly PersonVariant[] {
  const found: PersonVariant[] = [];
  const names = new Set(parties.filter(({ name, vague }) => !vague && isLikelyPerson(name)).map(({ name }) => name));
  const told = new Set<string>();
  for (const name of names) {
    let places: readonly Place[] | undefined;
    const ownPlaces = () => {
      places ??= placesOf(name, lines);
      return places;
    };
    for (const one of sameOffice(name, lines, ownPlaces)) {
      if (told.has(one.written)) continue;
      told.add(one.written).add(one.other);
      found.push(one);
    }
    if (told.has(name)) continue;
    for (const other of soundAlike(name)) {
      const others = placesOf(other, lines);
      if (others.length === 0) continue;
      const places = ownPlaces();
      if (places.some((place) => others.some((second) => inOneSentence(place, second)))) continue;
      // 副组长：李明 and 成员：李铭 on two lines of one list are two persons.
      if ([places, others].every((all) => all.some((place) => inGroup.test(textBefore(place))))) continue;
      if (!places.some((place) => others.some((second) => areOne(place, name, second, other)))) continue;
      const isRarer = places.length < others.length || (places.length === others.length && isLater(places, others));
      const [written, usual, here, there] = isRarer
        ? [name, other, places[0], others]
        : [other, name, others[0], places];
      const [elsewhere] = there;
      if (!here || !elsewhere) continue;
      found.push({
        written,
        other: usual,
        range: here.line.at(here.at, here.at + written.length),
        elsewhere: elsewhere.line.at(elsewhere.at, elsewhere.at + usual.length),
        count: there.length,
      });
    }
  }
  return found;
}

/** 基层科科长丁玉兰 and 基层科科长丁雨兰: who holds the one office under the same surname, and is called otherwise by one character. */
function sameOffice(name: string, lines: readonly Line[], ownPlaces: () => readonly Place[]): readonly PersonVariant[] {
  if (name.length < 3) return [];
  const places = ownPlaces();
  const office = places.map((place) => headOf.exec(textBefore(place))?.[0]).find((words) => words !== undefined);
  if (office === undefined) return [];
  const others: Place[] = [];
  let written = '';
  for (const line of lines) {
    if (line.place === 'quote') continue;
    for (let at = line.text.indexOf(office); at >= 0; at = line.text.indexOf(office, at + 1)) {
      const start = at + office.length;
      const other = line.text.slice(start, start + name.length);
      if (other === name || !differInOne(name, other) || !/^[一-龥]+$/.test(other)) continue;
      if (/^[同任为兼负牵和及与等]/.test(other.slice(-1)) || (written !== '' && other !== written)) return [];
      written = other;
      others.push({ line, at: start });
    }
  }
  const [here] = others;
  const [elsewhere] = places;
  if (!here || !elsewhere || places.some((place) => others.some((second) => inOneSentence(place, second)))) return [];
  const isRarer =
    others.length < places.length || (others.length === places.length && here.line.index > elsewhere.line.index);
  const [rare, usual, from, to] = isRarer ? [written, name, here, elsewhere] : [name, written, elsewhere, here];
  return [
    {
      written: rare,
      other: usual,
      range: from.line.at(from.at, from.at + rare.length),
      elsewhere: to.line.at(to.at, to.at + usual.length),
      count: isRarer ? places.length : others.length,
    },
  ];
}

/** The unit and that one is its head, of whom there is one. */
const headOf = /(?<!副)[\p{Script=Han}]{2}(?:[科股处部站所队组局]长|(?:办公室|中心|委员会)主任)$/u;

function placesOf(name: string, lines: readonly Line[]): readonly Place[] {
  const places: Place[] = [];
  for (const line of lines) {
    if (line.place === 'quote') continue;
    for (let at = line.text.indexOf(name); at >= 0; at = line.text.indexOf(name, at + name.length)) {
      if (endsName.test(line.text.slice(at + name.length, at + name.length + 3))) places.push({ line, at });
    }
  }
  return places;
}

function inOneSentence(a: Place, b: Place): boolean {
  if (a.line !== b.line) return false;
  return !/[。；]/.test(a.line.text.slice(Math.min(a.at, b.at), Math.max(a.at, b.at)));
}

function areOne(a: Place, name: string, b: Place, other: string): boolean {
  const [before, beforeOther] = [textBefore(a), textBefore(b)];
  // 财政所所长王丽 and 财政所副所长王莉 hold two posts.
  const [own, others] = [unitBefore.exec(before), unitBefore.exec(beforeOther)];
  if (own && others && own[1] === others[1]) {
    const [post, otherPost] = [postOf(own), postOf(others)];
    if (post === '' || otherPost === '' || post === otherPost) return true;
  }
  const [single, second] = [singlePost.exec(before)?.[1], singlePost.exec(beforeOther)?.[1]];
  if (single !== undefined && single === second) return true;
  return (holdsAnother(a, name) && inGroup.test(beforeOther)) || (holdsAnother(b, other) && inGroup.test(before));
}

/** 组织委员 林晓瑞, 组织委员林晓端: a post that one holds alone. */
const singlePost =
  /((?:组织|宣传|纪检|统战|青年|妇女|群工|学习|生活|文体|保密|安全)委员|(?<!副)(?:支部|党总支)书记)[ \u3000]?$/u;

const postOf = ([all, unit = '']: RegExpExecArray) => all.slice(unit.length);
const textBefore = ({ line, at }: Place) => line.text.slice(Math.max(0, at - REACH), at);
const holdsAnother = ({ line, at }: Place, name: string) => /^(?:同志)?兼/.test(line.text.slice(at + name.length));

function isLater(a: readonly Place[], b: readonly Place[]): boolean {
  const start = (places: readonly Place[]) => (places[0] ? places[0].line.range.start + places[0].at : 0);
  return start(a) > start(b);
}
