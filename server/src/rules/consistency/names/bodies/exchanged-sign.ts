import { sign } from '../../../../plan/signs.ts';
import source from '../../name-variant.yaml';

const { oneOrTheOther, posts, unions } = source as {
  readonly oneOrTheOther: readonly (readonly string[])[];
  readonly posts: readonly (readonly string[])[];
  readonly unions: readonly string[];
};

/** Lines without it name no office, post or union that is taken for another one. */
export const exchangedSign = sign({
  words: [...oneOrTheOther.flat(), ...posts.flat(), ...unions.map((kind) => `${kind}会`), '总会'].map((word) =>
    word.slice(-2),
  ),
});
