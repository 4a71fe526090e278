import { kindNames } from '#contract/names.ts';
import type { ConventionDocument, ConventionKind } from '#core/document/document.ts';

const chapters: Record<ConventionKind, readonly string[]> = {
  village: ['总则', '村庄秩序', '人居环境', '邻里家庭', '移风易俗', '附则'],
  community: ['总则', '社区秩序', '公共环境', '邻里家庭', '文明新风', '附则'],
};

/** The outline a new convention starts from: the usual chapters, each with one empty article. */
export function blankDocument(village: string, kind: ConventionKind, newId: () => string): ConventionDocument {
  return {
    type: 'document',
    attrs: { numberingStyle: 'article', numberingScope: 'document' },
    content: [
      {
        type: 'title',
        content: [{ type: 'text', text: `${village}${kindNames[kind]}` }],
      },
      ...chapters[kind].map((heading) => ({
        type: 'chapter' as const,
        attrs: { id: newId() },
        content: [
          { type: 'heading' as const, content: [{ type: 'text' as const, text: heading }] },
          { type: 'article' as const, attrs: { id: newId() }, content: [{ type: 'paragraph' as const }] },
        ],
      })),
    ],
  };
}
