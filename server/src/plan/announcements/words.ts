import source from './words.yaml';

interface Words {
  readonly classifiers: readonly string[];
  readonly nouns: readonly string[];
  readonly bareNouns: readonly string[];
  readonly summingNouns: readonly string[];
  readonly quantities: readonly string[];
  readonly sentenceWords: readonly string[];
  readonly pointingBack: readonly string[];
  readonly comparing: readonly string[];
  readonly governing: readonly string[];
  readonly introducing: readonly string[];
  readonly fixed: readonly string[];
  readonly idioms: readonly string[];
}

export const words = source as Words;
