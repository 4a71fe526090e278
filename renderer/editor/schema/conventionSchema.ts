import { getSchema } from '@tiptap/core';
import { schemaExtensions } from '#renderer/editor/schema/schemaExtensions.ts';

/** The schema without an editor, for tests and for building nodes from JSON. */
export const conventionSchema = getSchema(schemaExtensions);
