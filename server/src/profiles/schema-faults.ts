import type * as z from 'zod';
import type { Located, Range } from '../text/range.ts';
import { wordsOfPattern } from './patterns.ts';
import type { Label } from './profile.ts';

type Place = (path: readonly PropertyKey[], ofKey?: boolean) => Range;

/** Names of the kinds of value, as they are called in messages. */
const kinds: Readonly<Record<string, Label>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '列表（级别在前，选项在后）', en: 'a list (the severity, then the options)' },
  object: { zh: '键值对', en: 'a map' },
  record: { zh: '键值对', en: 'a map' },
  undefined: { zh: '空', en: 'nothing' },
  null: { zh: '空', en: 'nothing' },
};

/**
 * What a schema found wrong, in words for the author of the file and at the place in it.
 * @param whole the value that was held against the schema
 */
export function faultOfIssue(issue: z.core.$ZodIssue, whole: unknown, at: Place): readonly Located<Label>[] {
  const { path } = issue;
  const here = at(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        value: { zh: `未知的键“${key}”`, en: `Unknown key “${key}”` },
        range: at([...path, key], true),
      }));
    case 'invalid_type': {
      if (valueAt(whole, path) === undefined) {
        const name = String(path.at(-1) ?? '');
        return [{ value: { zh: `缺少“${name}”`, en: `“${name}” is missing` }, range: here }];
      }
      const kind = kinds[issue.expected] ?? { zh: '其他类型的值', en: issue.expected };
      return [{ value: { zh: `此处应为${kind.zh}`, en: `Expected ${kind.en} here` }, range: here }];
    }
    case 'invalid_value': {
      const values = issue.values.map((value) => String(value));
      if (values.join() === severities.join()) return [{ value: severityWords, range: here }];
      return [{ value: { zh: `只能是 ${values.join('、')}`, en: `Must be one of ${values.join(', ')}` }, range: here }];
    }
    case 'invalid_union': {
      // The alternative that got furthest says best what was meant.
      const deepest = issue.errors
        .flat()
        .filter((inner) => inner.path.length > 0)
        .sort((a, b) => b.path.length - a.path.length)[0];
      if (deepest) return faultOfIssue({ ...deepest, path: [...path, ...deepest.path] }, whole, at);
      const choices = issue.errors.flat().map((inner) => faultOfIssue({ ...inner, path }, whole, at)[0]?.value);
      const known = choices.filter((choice) => choice !== undefined);
      const texts = (language: keyof Label) => [...new Set(known.map((choice) => choice[language]))];
      return [{ value: { zh: texts('zh').join('，或'), en: texts('en').join(', or ') }, range: here }];
    }
    case 'invalid_format':
      return [{ value: formWords(issue), range: here }];
    case 'invalid_key': {
      const form = formWords(issue.issues.find((inner) => inner.code === 'invalid_format'));
      return [
        {
          value: {
            zh: `键名“${String(path.at(-1))}”${form.zh}`,
            en: `The key “${String(path.at(-1))}”: ${form.en}`,
          },
          range: at(path, true),
        },
      ];
    }
    case 'too_small':
      return [
        {
          value: { zh: `不得小于（短于、少于）${issue.minimum}`, en: `Must not be less than ${issue.minimum}` },
          range: here,
        },
      ];
    case 'too_big':
      return [
        {
          value: { zh: `不得大于（长于、多于）${issue.maximum}`, en: `Must not be more than ${issue.maximum}` },
          range: here,
        },
      ];
    default:
      return [{ value: { zh: '此处的值不合要求', en: issue.message }, range: here }];
  }
}

const severities = ['off', 'hint', 'info', 'warning', 'error'];
const severityWords: Label = {
  zh: '级别只能是 off、hint、info、warning、error（关闭、提示、信息、警告、错误）',
  en: 'The severity must be one of off, hint, info, warning, error',
};

/** What is asked of a text that is not written as it has to be. */
function formWords(issue: { readonly pattern?: string | undefined } | undefined): Label {
  const words = wordsOfPattern(issue?.pattern);
  return {
    zh: words ? `写法不符合要求：${words.zh}` : '写法不符合要求',
    en: words ? `Not written as it has to be: ${words.en}` : 'Not written as it has to be',
  };
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    whole,
  );
}
