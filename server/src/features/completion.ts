import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver';
import { systemClock } from '../dates/today.ts';
import { loadProfile } from '../profiles/load.ts';
import type { Profile } from '../profiles/profile.ts';
import { asText } from '../profiles/skeleton.ts';
import { sectionTemplate, stageTemplate, stepTemplate, templateStages } from '../profiles/template.ts';
import type { Range } from '../text/range.ts';
import type { IndexedFile } from '../workspace/index/facts.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';
import { cellProposals } from './completion/cells.ts';
import { dateProposals } from './completion/dates.ts';
import { documentProposals } from './completion/documents.ts';
import { kindProposals } from './completion/kinds.ts';
import { openingProposals } from './completion/opening.ts';
import { type NamesElsewhere, partyProposals } from './completion/parties.ts';
import { type Place, placeOf } from './completion/place.ts';
import type { Proposal, ProposalSource } from './completion/proposal.ts';
import { isSignature, signatureProposals } from './completion/signature.ts';
import { structureProposals } from './completion/structure.ts';
import { superiorProposals } from './completion/superiors.ts';
import { toLspRange } from './ranges.ts';

/** Behind these signs something may follow that the author would have to look up. */
export const triggerCharacters: readonly string[] = ['《', '：', ':', '（', '、', '|', '由', ' '];

/** Items that one answer holds at most. */
const most = 200;

export interface CompletionWishes {
  /** 组织领导 is found by zzld. */
  readonly pinyin: boolean;
}

/**
 * What may stand at the cursor: the next section, stage or step, persons and units, days, documents.
 * Nothing in ordinary Markdown, but for the kinds of plan in front matter.
 * @param others the open documents
 * @param closed the persons and units of plans that are not open
 */
export function completion(
  open: OpenPlan,
  position: Position,
  client: Client,
  others: readonly OpenPlan[],
  wishes: CompletionWishes,
  closed: NamesElsewhere = () => [],
): CompletionList {
  const offset = open.document.offsetAt(position);
  const kinds = kindProposals(open, offset);
  const place = kinds ? undefined : placeOf(open, offset);
  const proposals = kinds ?? (place ? proposalsAt(place, others, closed) : []);
  return listOf(open, proposals, client, wishes);
}

/** The plans that `superior:` of the front matter can name. @param words what stands there, see `superiorWords` */
export function superiorCompletion(
  open: OpenPlan,
  words: Range,
  files: readonly IndexedFile[],
  client: Client,
  wishes: CompletionWishes,
): CompletionList {
  return listOf(open, superiorProposals(open, words, files), client, wishes);
}

function listOf(
  open: OpenPlan,
  proposals: readonly Proposal[],
  client: Client,
  wishes: CompletionWishes,
): CompletionList {
  return {
    // What is proposed depends on the words that were typed: they are asked about again.
    isIncomplete: proposals.length > 0,
    items: proposals.slice(0, most).map((proposal, at) => toItem(open, proposal, at, client, wishes)),
  };
}

/** What may stand at a place, the likeliest first. */
export function proposalsAt(
  place: Place,
  others: readonly OpenPlan[],
  closed: NamesElsewhere = () => [],
): readonly Proposal[] {
  const documents = documentProposals(place, others);
  if (documents.length > 0) return documents;
  const signature = signatureProposals(place);
  if (signature && isSignature(place, signature)) return signature;
  const dates = dateProposals(place);
  if (dates.length > 0) return dates;
  const cells = cellProposals(place, others);
  if (cells.length > 0) return cells;
  const structure = [...openingProposals(place), ...structureProposals(place)];
  // Who has all that is required goes on to the signature.
  const isDone = structure.every(({ preselect }) => !preselect);
  const end = signature ?? [];
  return [...(isDone ? [...end, ...structure] : [...structure, ...end]), ...partyProposals(place, others, closed)];
}

const itemKinds: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  stage: CompletionItemKind.Module,
  step: CompletionItemKind.Event,
  person: CompletionItemKind.Constant,
  unit: CompletionItemKind.Class,
  date: CompletionItemKind.Value,
  title: CompletionItemKind.File,
  number: CompletionItemKind.Reference,
  value: CompletionItemKind.Value,
  profile: CompletionItemKind.EnumMember,
};

function toItem(
  open: OpenPlan,
  proposal: Proposal,
  at: number,
  client: Client,
  { pinyin }: CompletionWishes,
): CompletionItem {
  const { label, detail, filter, snippet, range, others, source, preselect } = proposal;
  const isSnippet = snippet === true && client.snippets;
  const text = snippet && !client.snippets ? withoutStops(proposal.text) : proposal.text;
  return {
    label,
    kind: itemKinds[proposal.kind],
    ...(detail ? { detail, labelDetails: { description: detail } } : {}),
    sortText: String(at).padStart(4, '0'),
    filterText: pinyin ? (filter ?? label) : (filter ?? label).replace(/ [a-z0-9]*$/, ''),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toLspRange(open.document, range), newText: text },
    ...(others && others.length > 0
      ? {
          additionalTextEdits: others.map((edit) => ({
            range: toLspRange(open.document, edit.range),
            newText: edit.text,
          })),
        }
      : {}),
    ...(preselect ? { preselect } : {}),
    ...(source ? { data: { uri: open.uri, source } satisfies ItemData } : {}),
  };
}

/** What an item carries to the client and back. */
interface ItemData {
  readonly uri: string;
  readonly source: ProposalSource;
}

function withoutStops(text: string): string {
  return text
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

/**
 * Adds what is said of an item: what it puts in, what it has to hold, who answers for what.
 * @param find the document that the item was proposed for, when it is still open
 */
export function resolveCompletion(
  item: CompletionItem,
  client: Client,
  find: (uri: string) => OpenPlan | undefined,
): CompletionItem {
  const data = readData(item.data);
  const open = data && find(data.uri);
  if (!data || !open) return item;
  const value = documentationOf(data.source, open);
  if (value === '') return item;
  return { ...item, documentation: client.markdown ? { kind: 'markdown', value } : { kind: 'plaintext', value } };
}

function readData(data: unknown): ItemData | undefined {
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('source' in data)) return undefined;
  return data as ItemData;
}

function documentationOf(source: ProposalSource, open: OpenPlan): string {
  const { language } = open;
  const zh = language === 'zh';
  if (source.kind === 'party') return dutiesText(source.name, open);
  const profile = profileOf(source.profile, open);
  if (!profile) return '';
  const values = { year: String((open.known.today ?? systemClock()).year) };
  if (source.kind === 'profile') return profile.description?.[language] ?? '';
  if (source.kind === 'section') {
    const section = profile.sections[source.key];
    const content = section?.mustContain?.[language];
    const body = asText(sectionTemplate(profile, source.key, values));
    return [content ? `${zh ? '应写明：' : 'It has to hold: '}${content}` : '', body]
      .filter(Boolean)
      .join('\n\n---\n\n');
  }
  const stages = templateStages(profile);
  if (source.kind === 'stage') {
    const stage = stages.find(({ key }) => key === source.key);
    return stage ? asText(stageTemplate(stage, values)) : '';
  }
  const step = stages.find(({ key }) => key === source.stage)?.steps.find(({ key }) => key === source.key);
  return step ? asText(stepTemplate(step.label.zh, step.skeleton, values)) : '';
}

function profileOf(id: string, open: OpenPlan): Profile | undefined {
  return open.known.profiles.find((profile) => profile.id === id) ?? loadProfile(id);
}

const mostDuties = 10;

function dutiesText(name: string, open: OpenPlan): string {
  const tasks = open.recognised.flatMap(({ plan }) =>
    [...plan.measures, ...plan.stages.flatMap(({ steps }) => steps)].filter((task) =>
      task.parties.some((party) => party.name === name),
    ),
  );
  if (tasks.length === 0) return '';
  const head = open.language === 'zh' ? `已负责 ${tasks.length} 项：` : `Answers for ${tasks.length}:`;
  const lines = tasks.slice(0, mostDuties).map(({ title }) => `- ${title.value.slice(0, 40)}`);
  return [head, '', ...lines].join('\n');
}
