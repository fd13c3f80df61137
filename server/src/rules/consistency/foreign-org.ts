import type { Line, Plan } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith } from '../../plan/signs.ts';
import { defineRule } from '../rule.ts';
import { type ActingBody, actingBodies } from './names/foreign/acting-bodies.ts';
import {
  areRelated,
  differInNumeral,
  isOfAKind,
  type OwnLikeName,
  ownLikeNames,
  ownLikeSign,
  standsOutside,
  stemIn,
} from './names/foreign/foreign-names.ts';
import { otherPlaces, placeOfSignature } from './names/foreign/other-places.ts';
import { declaredNames, type OwnName, ownNamesOf } from './names/foreign/own-names.ts';
import { superiorSignature } from './names/foreign/superior-signature.ts';
import { toldBodies } from './names/foreign/told-bodies.ts';

const ownHere = { zh: '本方案的单位是“{own}”', en: 'The plan is that of “{own}”' };

/** The name of another body, left in where the plan speaks of its own. */
export const foreignOrg = defineRule<'foreign' | 'signature' | 'superior'>({
  id: 'foreign-org',
  family: 'consistency',
  severity: 'warning',
  basis: ['practice'],
  faults: ['F30'],
  fixes: [],
  summary: {
    zh: '套用他处文稿，遗留了其他单位、地方的名称',
    en: 'The name of another body, left over from the text that was copied',
  },
  messages: {
    foreign: {
      zh: '本方案是“{own}”的，此处却写“{name}”，疑为套用他处文稿的遗留，请核对。',
      en: 'The plan is that of “{own}”, yet this place says “{name}”: left over from another text?',
    },
    signature: {
      zh: '标题写的是“{own}”，落款却是“{name}”，请核对。',
      en: 'The title names “{own}”, the signature “{name}”.',
    },
    superior: {
      zh: '正文写给“{addressed}”，材料交“{office}”，落款却是上级“{name}”，疑为改用上级来文时漏改，请核对。',
      en: "The text speaks to “{addressed}” and has things handed in at “{office}”, yet “{name}” signs it: left over from the superior's notice?",
    },
  },
  checkPlan({ document, plan, dictionary, report }) {
    const own = ownNamesOf(plan, document);
    const allowed = [...declaredNames(document), ...dictionary.organisations];
    const isAllowed = (name: string) => allowed.some((other) => other.includes(name) || name.includes(other));
    const lines = linesInOrder(document, plan);
    const wrongSignature = signatureOfAnother(own, plan, lines, isAllowed);
    if (wrongSignature) {
      const { signed, named } = wrongSignature;
      report({
        message: 'signature',
        params: { own: named, name: signed.value },
        range: signed.range,
        term: { list: 'organisations', name: signed.value },
      });
      return;
    }
    const above = superiorSignature(plan, lines);
    if (above && !isAllowed(above.issuer.value)) {
      const { addressed, office, issuer } = above;
      report({
        message: 'superior',
        params: { addressed, office, name: issuer.value },
        range: issuer.range,
        severity: 'info',
      });
    }
    const told = new Set<string>();
    for (const { line, found } of own.some(({ name }) => isOfAKind(name)) ? namesOn(lines) : []) {
      const { name, range } = found;
      if (told.has(name) || isAllowed(name)) continue;
      const owner = ownerInstead(own, found);
      if (!owner || !isAlone(name, lines)) continue;
      told.add(name);
      report({
        message: 'foreign',
        params: { own: owner.name, name },
        range: line.at(range.start, range.end),
        term: { list: 'organisations', name },
        ...(owner.range ? { related: [{ message: ownHere, params: { own: owner.name }, range: owner.range }] } : {}),
      });
    }
    const others: readonly ActingBody[] = [
      ...toldBodies(own, plan, lines),
      ...actingBodies(own, plan, lines),
      ...otherPlaces(own, plan, lines),
    ];
    for (const { name, own: owner, range, unsure } of others) {
      if (told.has(name) || isAllowed(name)) continue;
      told.add(name);
      report({
        message: 'foreign',
        ...(unsure ? { severity: 'info' as const } : {}),
        params: { own: owner.name, name },
        range,
        term: { list: 'organisations', name },
        ...(owner.range ? { related: [{ message: ownHere, params: { own: owner.name }, range: owner.range }] } : {}),
      });
    }
  },
});

function namesOn(lines: readonly Line[]): readonly { readonly line: Line; readonly found: OwnLikeName }[] {
  const names: { readonly line: Line; readonly found: OwnLikeName }[] = [];
  for (const line of linesWith(lines, ownLikeSign)) {
    if (line.place !== 'quote') for (const found of ownLikeNames(line.facts)) names.push({ line, found });
  }
  return names;
}

/** The own name of that kind in whose place the other stands; undefined when it is one of ours, or we have none of the kind. */
function ownerInstead(own: readonly OwnName[], { kind, stem, name: found }: OwnLikeName): OwnName | undefined {
  const numbered = own.find(({ name }) => differInNumeral(name, found));
  if (numbered) return numbered;
  if (own.some(({ name }) => areRelated(stem, name))) return undefined;
  return own.find(({ name }) => stemIn(name, kind) !== undefined);
}

/** Left over from a copied text a name stands once or twice; with partners, places and models it belongs to the plan. */
function isAlone(name: string, lines: readonly Line[]): boolean {
  let count = 0;
  for (const { text } of lines) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (++count > 3 || standsOutside(text, at, name) || isGuest(text, at + name.length)) return false;
    }
  }
  return true;
}

const visits = /到场|来[场校村访]|观摩|共设|换工|轮流/;
/** 员工到青石广场, not 各连队到位. */
const comes = /^[一-龥]{2,6}?(?:到(?![位岗期时达底])|来(?!源)|赴|前往)/;

/** 杨家村党员到场观摩, 白河支行员工到青石广场共设展台: a sister house comes to the plan's own. */
function isGuest(text: string, behind: number): boolean {
  const clause = /^[^，。；]*/.exec(text.slice(behind))?.[0] ?? '';
  return visits.test(clause) || comes.test(clause);
}

const kinds = ['school', 'hospital', 'enterprise', 'county', 'street', 'town', 'township', 'village', 'community'];

/** The signature, when it names another school, county … than title and front matter do. */
function signatureOfAnother(
  own: readonly OwnName[],
  plan: Plan,
  lines: readonly Line[],
  isAllowed: (name: string) => boolean,
): { readonly signed: NonNullable<Plan['issuer']>; readonly named: string } | undefined {
  const { issuer, title } = plan;
  const first = own[0];
  if (!issuer || !title || !first || isAllowed(issuer.value)) return undefined;
  const place = placeOfSignature(plan, lines);
  if (place) return { signed: issuer, named: place.own };
  if (first.name === issuer.value) return undefined;
  return kinds.some((kind) => {
    const ours = stemIn(first.name, kind);
    if (ours === undefined) return false;
    const theirs = stemIn(issuer.value, kind);
    return theirs !== undefined && !areRelated(ours, issuer.value) && !areRelated(theirs, first.name);
  })
    ? { signed: issuer, named: first.name }
    : undefined;
}
