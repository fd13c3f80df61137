import { generatedSchemas } from '../../workspace/json-schemas.ts';

/** As much of JSON schema as ours use. */
export interface SchemaNode {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode | readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly required?: readonly string[];
}

export type YamlKind = 'configuration' | 'profile';

let schemas: Readonly<Record<YamlKind, SchemaNode>> | undefined;

/** The schema of a kind of file; made when it is first asked for, because few sessions need it. */
export function schemaOf(kind: YamlKind): SchemaNode {
  if (!schemas) {
    const all = generatedSchemas();
    schemas = { configuration: all['fangan.schema.json'] ?? {}, profile: all['profile.schema.json'] ?? {} };
  }
  return schemas[kind];
}

/** Every way in which the schema reads the value at a path; several where it leaves a choice. */
export function nodesAt(root: SchemaNode, path: readonly string[]): readonly SchemaNode[] {
  return path.reduce<readonly SchemaNode[]>(
    (nodes, step) => nodes.flatMap((node) => childOf(node, step)),
    choices(root),
  );
}

function childOf(node: SchemaNode, step: string): readonly SchemaNode[] {
  if (step === '*') {
    const { items } = node;
    const list =
      items === undefined ? [] : Array.isArray(items) ? (items as readonly SchemaNode[]) : [items as SchemaNode];
    return list.flatMap(choices);
  }
  const own = node.properties?.[step];
  if (own) return choices(own);
  return typeof node.additionalProperties === 'object' ? choices(node.additionalProperties) : [];
}

function choices(node: SchemaNode): readonly SchemaNode[] {
  const inner = [...(node.anyOf ?? []), ...(node.allOf ?? [])];
  if (inner.length === 0) return [node];
  const { description } = node;
  return inner.flatMap(choices).map((one) => (description && !one.description ? { ...one, description } : one));
}
