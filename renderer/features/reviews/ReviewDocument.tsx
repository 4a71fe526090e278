import { Fragment, type ReactNode } from 'react';
import { inlineText } from '#core/document/articleText.ts';
import type { Annex, Article, Chapter, ConventionDocument, Inline, Section } from '#core/document/document.ts';
import { numberDocument, type Numbering } from '#core/document/numberDocument.ts';

type ReviewDocumentProps = {
  document: ConventionDocument;
  /** The rows of an article: its number, text and flags. */
  renderArticle: (article: Article, numbering: Numbering) => ReactNode;
};

/** The whole document as it is read, with computed numbers. Only articles can be annotated, so only they are drawn by the caller. */
export function ReviewDocument({ document, renderArticle }: ReviewDocumentProps) {
  const numbering = numberDocument(document);
  const words = (content: readonly Inline[] | undefined) => inlineText(content, numbering);
  const article = (node: Article) => <Fragment key={node.attrs.id}>{renderArticle(node, numbering)}</Fragment>;
  const heading = (id: string, content: readonly Inline[] | undefined) => `${numbering.labels.get(id) ?? ''}　${words(content)}`;
  const section = (node: Section) => (
    <Fragment key={node.attrs.id}>
      {node.content.map((child) =>
        child.type === 'heading' ? <h3 key="heading">{heading(node.attrs.id, child.content)}</h3> : article(child),
      )}
    </Fragment>
  );
  const chapter = (node: Chapter) => (
    <Fragment key={node.attrs.id}>
      {node.content.map((child, index) => {
        switch (child.type) {
          case 'heading':
            return <h2 key="heading">{heading(node.attrs.id, child.content)}</h2>;
          case 'paragraph':
            return <p key={index}>{words(child.content)}</p>;
          case 'section':
            return section(child);
          case 'article':
            return article(child);
        }
      })}
    </Fragment>
  );
  const annex = (node: Annex) => (
    <Fragment key={node.attrs.id}>
      {node.content.map((child, index) => {
        if (child.type === 'heading') return <h2 key={index}>{words(child.content)}</h2>;
        if (child.type === 'paragraph') return <p key={index}>{words(child.content)}</p>;
        return (
          <table key={index} className="rv-table">
            <tbody>
              {child.content.map((row, order) => (
                <tr key={order}>
                  {row.content.map((cell, column) => (
                    <td key={column}>{words(cell.content)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </Fragment>
  );
  return (
    <>
      {document.content.map((part, index) => {
        switch (part.type) {
          case 'title':
            return <h1 key={index}>{words(part.content)}</h1>;
          case 'article':
            return article(part);
          case 'chapter':
            return chapter(part);
          case 'annex':
            return annex(part);
          default:
            return (
              <div key={index} className={`rv-${part.type}`}>
                {part.content.map((paragraph, order) => (
                  <p key={order}>{words(paragraph.content)}</p>
                ))}
              </div>
            );
        }
      })}
    </>
  );
}
