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
  /** Makes articles and headings choosable: their numbers become buttons in elements with `data-part` and the part's id. */
  choice?: PartChoice;
};

type PartChoice = {
  /** id of the article, chapter or section that is chosen */
  chosen: string | undefined;
  /** id of the one that the Tab key reaches; the arrow keys are the screen's own */
  tabStop: string | undefined;
  onChoose: (id: string) => void;
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

type BlockProps<Node> = {
  node: Node;
  numbering: Numbering;
  remarkOf: DocumentViewProps['remarkOf'];
  choice: PartChoice | undefined;
};

function ChoiceButton({ id, choice, children }: { id: string; choice: PartChoice; children: ReactNode }) {
  return (
    <button
      type="button"
      className="part-choice"
      tabIndex={choice.tabStop === id ? 0 : -1}
      aria-pressed={choice.chosen === id}
      onClick={() => choice.onChoose(id)}
    >
      {children}
    </button>
  );
}

function chosenClass(base: string, id: string, choice: PartChoice | undefined): string {
  return choice?.chosen === id ? `${base} chosen` : base;
}

function ArticleBlock({ node, numbering, remarkOf, choice }: BlockProps<Article>) {
  const { id } = node.attrs;
  const label = numbering.labels.get(id) ?? '';
  return (
    <div className={chosenClass('art', id, choice)} data-part={choice && id}>
      <span className="no">
        {choice === undefined ? (
          label
        ) : (
          <ChoiceButton id={id} choice={choice}>
            {label === '' ? <span className="dim">第 {numbering.numbers.get(id)} 条</span> : label}
          </ChoiceButton>
        )}
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

function ChapterBlock({ node, numbering, remarkOf, choice }: BlockProps<Chapter | Section>) {
  const { id } = node.attrs;
  return node.content.map((child, index) => {
    switch (child.type) {
      case 'heading': {
        const Heading = node.type === 'chapter' ? 'h2' : 'h3';
        const words = (
          <>
            {numbering.labels.get(id)}　<Words content={child.content} numbering={numbering} />
          </>
        );
        if (choice === undefined) return <Heading key={index}>{words}</Heading>;
        return (
          <Heading key={index} className={chosenClass('heading', id, choice)} data-part={id}>
            <ChoiceButton id={id} choice={choice}>
              {words}
            </ChoiceButton>
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
        return <ArticleBlock key={child.attrs.id} node={child} numbering={numbering} remarkOf={remarkOf} choice={choice} />;
      case 'section':
        return <ChapterBlock key={child.attrs.id} node={child} numbering={numbering} remarkOf={remarkOf} choice={choice} />;
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
export function DocumentView({ document, remarkOf, choice }: DocumentViewProps) {
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
        return <ArticleBlock key={part.attrs.id} node={part} numbering={numbering} remarkOf={remarkOf} choice={choice} />;
      case 'chapter':
        return <ChapterBlock key={part.attrs.id} node={part} numbering={numbering} remarkOf={remarkOf} choice={choice} />;
      case 'annex':
        return <AnnexBlock key={part.attrs.id} node={part} numbering={numbering} />;
    }
  });
}
