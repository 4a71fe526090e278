import { useState } from 'react';
import { Link } from 'react-router';
import type { SimilarityReport } from '#contract/similarity.ts';
import { Button } from '#renderer/components/Button.tsx';
import { sharedPercent, sharedSentence } from './similarityRows.ts';

const shownAtFirst = 20;

type Group = SimilarityReport['groups'][number];

function unchangedSentence({ unchanged, members }: Group): string {
  if (unchanged === members.length) return '除村名和数字外，各份一字不差';
  return unchanged > 1 ? `其中 ${unchanged} 份除村名和数字外一字不差` : '各份都有改动';
}

function GroupMembers({ group, texts }: { group: Group; texts: SimilarityReport['texts'] }) {
  const [shown, setShown] = useState(shownAtFirst);
  const others = group.members.slice(1);
  return (
    <>
      <ul className="group-members">
        {others.slice(0, shown).map((member) => {
          const text = texts[member.text];
          if (text === undefined) return null;
          return (
            <li key={member.text}>
              <b className="breakable">{text.name}</b>
              <span className="dim">{text.place}</span>
              <span>
                {sharedSentence(text.articles, member)}，{sharedPercent(text, member)}%
              </span>
              <Link className="link" to={`/similarity/${group.model}/${member.text}`} aria-label={`把${text.name}和${texts[group.model]?.name ?? ''}对照着看`}>
                对照着看
              </Link>
            </li>
          );
        })}
      </ul>
      {others.length > shown && (
        <Button kind="link" onClick={() => setShown(shown + 100)}>
          还有 {others.length - shown} 份，再看一些
        </Button>
      )}
    </>
  );
}

/** Groups of copies; each opens to its members, which are counted against the text that stands for the group. */
export function GroupList({ report: { groups, texts } }: { report: SimilarityReport }) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="similarity-groups">
      <h2 id="similarity-groups">雷同的组</h2>
      <p className="hint">同一组里，每份和代表文本都有七成以上的条文相同或相近。代表文本是组里和别的最像的一份，不一定是最早的。</p>
      <ul className="groups">
        {groups.map((group, index) => {
          const isOpen = open.has(index);
          return (
            <li key={group.model}>
              <div className="group-head">
                <b>
                  第 {index + 1} 组，{group.members.length} 份
                </b>
                <span>
                  代表文本：{texts[group.model]?.name}
                  {texts[group.model]?.place !== '' && <span className="dim">（{texts[group.model]?.place}）</span>}
                </span>
                <span>{unchangedSentence(group)}</span>
                <Button
                  kind="link"
                  aria-expanded={isOpen}
                  aria-label={`${isOpen ? '收起' : '展开'}第 ${index + 1} 组`}
                  onClick={() => {
                    const next = new Set(open);
                    if (isOpen) next.delete(index);
                    else next.add(index);
                    setOpen(next);
                  }}
                >
                  {isOpen ? '收起' : '展开'}
                </Button>
              </div>
              {isOpen && <GroupMembers group={group} texts={texts} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
