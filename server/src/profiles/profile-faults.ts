import { isTree } from './inheritance.ts';
import type { Label, Profile } from './profile.ts';

type Tree = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Something that a profile says and that can never have the effect that its author wants. */
export interface ProfileFault {
  readonly value: Label;
  readonly path: Path;
  /** The key at the end of the path is meant, not its value. */
  readonly ofKey?: boolean;
}

/**
 * What is wrong in a profile by itself though the schema lets it pass: a stage or step that stands twice
 * (only the first would ever be found), an id that hides a kind of ours.
 * @param own the profile as it is written
 * @param isShipped whether a kind of that id comes with the program
 */
export function faultsOfSource(own: Tree, isShipped: (id: string) => boolean): readonly ProfileFault[] {
  return [...hiddenKind(own, isShipped), ...repeatedKeys(own)];
}

/**
 * What shows once it is known what a profile extends: lists and words without a word, a section that
 * nothing can be.
 * @param inherited what it takes from those it extends; empty where it extends none
 * @param profile both together
 */
export function faultsOfProfile(own: Tree, inherited: Tree, profile: Profile): readonly ProfileFault[] {
  return [...emptyWords(own, inherited, []), ...namelessSections(profile)];
}

function hiddenKind({ id, extends: parent }: Tree, isShipped: (id: string) => boolean): readonly ProfileFault[] {
  if (typeof id !== 'string' || parent !== undefined || !isShipped(id)) return [];
  const value = {
    zh: `“${id}”是自带的方案模板，这样写会把它整个换掉；只改其中几处请加上 extends: ${id}，否则请换一个 id`,
    en: `“${id}” comes with Fangan, and would be replaced as a whole; add extends: ${id} to change a few things of it, or take another id`,
  };
  return [{ value, path: ['id'] }];
}

function repeatedKeys({ stages }: Tree): readonly ProfileFault[] {
  const repeated = (list: unknown, path: Path, zh: string, en: string): readonly ProfileFault[] => {
    if (!Array.isArray(list)) return [];
    const keys = list.map((entry: unknown) => (isTree(entry) ? entry.key : undefined));
    return keys.flatMap((key, at) =>
      typeof key === 'string' && keys.indexOf(key) < at
        ? [
            {
              value: { zh: `${zh}“${key}”已在前面写过`, en: `The ${en} “${key}” stands above already` },
              path: [...path, at, 'key'],
            },
          ]
        : [],
    );
  };
  if (!Array.isArray(stages)) return [];
  return [
    ...repeated(stages, ['stages'], '阶段', 'stage'),
    ...stages.flatMap((stage: unknown, at) =>
      isTree(stage) ? repeated(stage.steps, ['stages', at, 'steps'], '步骤', 'step') : [],
    ),
  ];
}

/** Lists of words whose emptiness takes something away from what is inherited, and is nothing else. */
const wordLists: ReadonlySet<string> = new Set([
  'synonyms',
  'keywords',
  'phrases',
  'aliases',
  'titles',
  'openings',
  'says',
]);
const emptyList: Label = {
  zh: '列表是空的，没有作用：请写上词语，或者删去这一行',
  en: 'The list is empty and does nothing: put words in it, or take it out',
};
const emptyWord: Label = { zh: '这里没有词语，什么也找不到', en: 'There is no word here, so nothing is ever found' };

function emptyWords(own: unknown, inherited: unknown, path: Path): readonly ProfileFault[] {
  if (Array.isArray(own)) {
    return own.flatMap((entry: unknown, at) => {
      const others = Array.isArray(inherited) ? inherited : [];
      const parent = isTree(entry) ? others.find((other) => isTree(other) && other.key === entry.key) : undefined;
      return emptyWords(entry, parent, [...path, at]);
    });
  }
  if (!isTree(own)) return [];
  return Object.entries(own).flatMap(([name, value]) => {
    const parent = isTree(inherited) ? inherited[name] : undefined;
    const at = [...path, name];
    if (!wordLists.has(name) || !Array.isArray(value)) return emptyWords(value, parent, at);
    const takesAway = Array.isArray(parent) && parent.length > 0;
    if (value.length === 0) return takesAway ? [] : [{ value: emptyList, path: at }];
    return value.flatMap((word: unknown, index) =>
      typeof word === 'string' && word.replace(/[\s\u3000…]/g, '') === ''
        ? [{ value: emptyWord, path: [...at, index] }]
        : [],
    );
  });
}

/** A section with neither a name nor a word. */
function namelessSections({ sections }: Profile): readonly ProfileFault[] {
  return Object.entries(sections).flatMap(([key, { label, synonyms, keywords, phrases, evidence }]) => {
    if (label.zh !== key || synonyms.length + keywords.length + phrases.length + evidence.length > 0) return [];
    const value = {
      zh: `章节“${key}”无从认出：请写上 label，或者 synonyms、keywords 中的词语`,
      en: `Nothing can be the section “${key}”: give it a label, or words as synonyms or keywords`,
    };
    return [{ value, path: ['sections', key], ofKey: true }];
  });
}
