import type { Json } from '../../kinds/kind.ts';

/** The members of a JSON object. */
export type JsonMembers = Readonly<Record<string, Json>>;

export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
export const isMembers = (value: Json | undefined): value is JsonMembers =>
  typeof value === 'object' && value !== null && !isList(value);
