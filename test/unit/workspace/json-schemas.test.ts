import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedSources } from '../../../server/src/profiles/shipped.ts';
import { generatedSchemas } from '../../../server/src/workspace/json-schemas.ts';

describe('the schemas that editors complete from', () => {
  test.each(Object.entries(generatedSchemas()))('schemas/%s is up to date', (name, schema) => {
    // After a change: node scripts/generate-schemas.mjs
    expect(readFileSync(`schemas/${name}`, 'utf8')).toBe(`${JSON.stringify(schema, undefined, 2)}\n`);
  });

  const validator = (name: string) =>
    new Ajv({ strict: false }).compile(JSON.parse(readFileSync(`schemas/${name}`, 'utf8')));

  test.each([...shippedSources])('the profile %s fits', (_, source) => {
    const validate = validator('profile.schema.json');
    validate(source);
    expect(validate.errors).toBeNull();
  });

  test.each([
    ['language: zh\nrules: { numbering: [error, { x: 1 }], length: off }\n', true],
    ['plans: [{ files: [a, b], profile: none }]\n', true],
    ['langage: zh\n', false],
    ['plans: [{ files: a }]\n', false],
    ['rules: { numbering: fatal }\n', false],
  ])('configuration %j: %s', (text, fits) => {
    expect(validator('fangan.schema.json')(parse(text))).toBe(fits);
  });
});
