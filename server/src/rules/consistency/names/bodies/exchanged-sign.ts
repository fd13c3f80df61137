import { sign } from '../../../../plan/signs.ts';
import source from '../../name-variant.yaml';

const { oneOrTheOther, posts, unions, spellings } = source as {
  readonly oneOrTheOther: readonly (readonly string[])[];
  readonly posts: readonly (readonly string[])[];
  readonly unions: readonly string[];
  readonly spellings: readonly (readonly string[])[];
};

/** Lines without it name no office, post or union that is taken for another one, and no word of two spellings. */
export const exchangedSign = sign({
  words: [
    ...oneOrTheOther.flat(),
    ...posts.flat(),
    ...spellings.flat(),
    ...unions.map((kind) => `${kind}会`),
    '总会',
  ].map((word) => word.slice(-2)),
});
