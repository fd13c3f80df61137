import * as z from 'zod';
import { profileSchema } from '../profiles/profile.ts';
import keys from '../profiles/profile-keys.yaml';
import { configurationSchema } from './configuration.ts';

const profileKeys = keys as { readonly keys: Readonly<Record<string, string>> };

const address = 'https://github.com/fangan-plan/fangan/blob/main/schemas';

/** The JSON schemas that are generated from our own, by the name of their file in schemas/. */
export function generatedSchemas(): Readonly<Record<string, object>> {
  return {
    'fangan.schema.json': schemaOf('fangan.schema.json', configurationSchema),
    'profile.schema.json': described(schemaOf('profile.schema.json', profileSchema)),
  };
}

/** Draft 7, which every editor understands; it describes what authors write, before defaults are filled in. */
function schemaOf(name: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { $schema, $id: `${address}/${name}`, ...rest };
}

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  items?: Node;
  anyOf?: Node[];
}

/** Writes what the keys of a profile mean into its schema. */
function described(schema: object): object {
  for (const [path, text] of Object.entries(profileKeys.keys)) {
    for (const node of nodesAt(schema as Node, path.split('.'))) node.description = text;
  }
  return schema;
}

function nodesAt(node: Node, [step, ...rest]: readonly string[]): readonly Node[] {
  if (step === undefined) return [node];
  const inner = step === '*' ? [node.items, node.additionalProperties] : [node.properties?.[step]];
  const own = inner.flatMap((one) => (typeof one === 'object' ? nodesAt(one, rest) : []));
  return [...own, ...(node.anyOf ?? []).flatMap((choice) => nodesAt(choice, [step, ...rest]))];
}
