import * as z from 'zod';
import { profileSchema } from '../profiles/profile.ts';
import { configurationSchema } from './configuration.ts';

const address = 'https://github.com/fangan-plan/fangan/blob/main/schemas';

/** The JSON schemas that are generated from our own, by the name of their file in schemas/. */
export function generatedSchemas(): Readonly<Record<string, object>> {
  return {
    'fangan.schema.json': schemaOf('fangan.schema.json', configurationSchema),
    'profile.schema.json': schemaOf('profile.schema.json', profileSchema),
  };
}

/** Draft 7, which every editor understands; it describes what authors write, before defaults are filled in. */
function schemaOf(name: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { $schema, $id: `${address}/${name}`, ...rest };
}
