import { Fragment, useMemo, type ReactNode } from 'react';
import type {
  Annex,
  Article,
  Chapter,
  ConventionDocument,
  Inline,
  Item,
  ItemList,
  Paragraph,
  Section,
  SubitemList,
  Table,
} from '#core/document/document.ts';
import { itemLabel, numberDocument, referenceText, type Numbering } from '#core/document/numberDocument.ts';

type DocumentViewProps = {
  document: ConventionDocument;
  /** Stands under the number of an article: its printed number, or what became of it. */
  remarkOf?: (article: Article) => ReactNode;
};

function Words({ content, numbering }: { content: readonly Inline[] | undefined; numbering: Numbering }) {
  return (content ?? []).map((inline, index) => {
    const text = inline.type === 'text' ? inline.text : referenceText(inline.attrs.target, numbering);
    const marks = inline.marks ?? [];
    let words: ReactNode = inline.type === 'text' ? text : <span className="ref">{text}</span>;
    if (marks.some((mark) => mark.type === 'bold')) words = <b>{words}</b>;
    if (marks.some((mark) => mark.type === 'insertion')) words = <ins>{words}</ins>;
    if (marks.some((mark) => mark.type === 'deletion')) words = <del>{words}</del>;
    return <Fragment key={index}>{words}</Fragment>;
  });
}

function Paragraphs({ paragraphs, numbering }: { paragraphs: readonly Paragraph[]; numbering: Numbering }) {
  return paragraphs.map((paragraph, index) => (
    <p key={index}>
      <Words content={paragraph.content} numbering={numbering} />
    </p>
  ));
}

function Items({ list, numbering }: { list: ItemList | SubitemList; numbering: Numbering }) {
  const children: readonly (Item | SubitemList['content'][number])[] = list.content;
  return (
    <ul className="items">
      {children.map((item, index) => (
        <li key={item.attrs.id}>
          <span className="item-no">{itemLabel(index, list.attrs.marker)}</span>
          <div>
            {item.content.map((block, order) =>
              block.type === 'paragraph' ? (
                <p key={order}>
                  <Words content={block.content} numbering={numbering} />
                </p>
              ) : (
                <Items key={order} list={block} numbering={numbering} />
              ),
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

type BlockProps<Node> = { node: Node; numbering: Numbering; remarkOf: DocumentViewProps['remarkOf'] };

function ArticleBlock({ node, numbering, remarkOf }: BlockProps<Article>) {
  return (
    <div className="art">
      <span className="no">
        {numbering.labels.get(node.attrs.id) ?? ''}
        {remarkOf?.(node)}
      </span>
      <div>
        {node.content.map((block, index) => {
          if (block.type === 'itemList') return <Items key={index} list={block} numbering={numbering} />;
          return (
            <p key={index} className={block.type === 'caption' ? 'caption' : undefined}>
              <Words content={block.content} numbering={numbering} />
            </p>
          );
        })}
      </div>
    </div>
  );
}

function ChapterBlock({ node, numbering, remarkOf }: BlockProps<Chapter | Section>) {
  return node.content.map((child, index) => {
    switch (child.type) {
      case 'heading': {
        const Heading = node.type === 'chapter' ? 'h2' : 'h3';
        return (
          <Heading key={index}>
            {numbering.labels.get(node.attrs.id)}　<Words content={child.content} numbering={numbering} />
          </Heading>
        );
      }
      case 'paragraph':
        return (
          <p key={index} className="indent">
            <Words content={child.content} numbering={numbering} />
          </p>
        );
      case 'article':
        return <ArticleBlock key={child.attrs.id} node={child} numbering={numbering} remarkOf={remarkOf} />;
      case 'section':
        return <ChapterBlock key={child.attrs.id} node={child} numbering={numbering} remarkOf={remarkOf} />;
    }
  });
}

function TableBlock({ table, numbering }: { table: Table; numbering: Numbering }) {
  return (
    <table className="annex-table">
      <tbody>
        {table.content.map((row, index) => (
          <tr key={index}>
            {row.content.map((cell, column) => (
              <td key={column}>
                <Words content={cell.content} numbering={numbering} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AnnexBlock({ node, numbering }: { node: Annex; numbering: Numbering }) {
  return node.content.map((child, index) => {
    if (child.type === 'table') return <TableBlock key={index} table={child} numbering={numbering} />;
    const Block = child.type === 'heading' ? 'h2' : 'p';
    return (
      <Block key={index}>
        <Words content={child.content} numbering={numbering} />
      </Block>
    );
  });
}

/** A convention's text to read, with computed numbers. */
export function DocumentView({ document, remarkOf }: DocumentViewProps) {
  const numbering = useMemo(() => numberDocument(document), [document]);
  return document.content.map((part, index) => {
    switch (part.type) {
      case 'title':
        return (
          <h1 key={index}>
            <Words content={part.content} numbering={numbering} />
          </h1>
        );
      case 'subtitle':
      case 'preamble':
      case 'verse':
      case 'closing':
        return (
          <div key={index} className={part.type}>
            <Paragraphs paragraphs={part.content} numbering={numbering} />
          </div>
        );
      case 'article':
        return <ArticleBlock key={part.attrs.id} node={part} numbering={numbering} remarkOf={remarkOf} />;
      case 'chapter':
        return <ChapterBlock key={part.attrs.id} node={part} numbering={numbering} remarkOf={remarkOf} />;
      case 'annex':
        return <AnnexBlock key={part.attrs.id} node={part} numbering={numbering} />;
    }
  });
}
