import { Input } from 'antd';
import { useId } from 'react';
import type { Basis } from '#core/review/review.ts';
import { Button } from '#renderer/components/Button.tsx';

type BasisRowsProps = {
  basis: readonly Basis[];
  /** names of laws that the field suggests */
  laws: readonly string[];
  onChange: (basis: Basis[]) => void;
};

/** Law and article, a row each. */
export function BasisRows({ basis, laws, onChange }: BasisRowsProps) {
  const listId = useId();
  const change = (index: number, part: Partial<Basis>) => {
    onChange(basis.map((one, order) => (order === index ? { ...one, ...part } : one)));
  };
  return (
    <>
      <datalist id={listId}>
        {laws.map((law) => (
          <option key={law} value={law}>
            {law}
          </option>
        ))}
      </datalist>
      {basis.map(({ law, article }, index) => (
        <div key={index} className="rv-basis">
          <Input
            value={law}
            list={listId}
            maxLength={100}
            placeholder="法规名称"
            aria-label={`第 ${index + 1} 条依据的法规名称`}
            onChange={(event) => {
              change(index, { law: event.target.value });
            }}
          />
          <Input
            value={article}
            maxLength={100}
            placeholder="第几条"
            aria-label={`第 ${index + 1} 条依据的条文`}
            onChange={(event) => {
              change(index, { article: event.target.value });
            }}
          />
          <Button
            kind="flat"
            aria-label={`去掉第 ${index + 1} 条依据`}
            onClick={() => {
              onChange(basis.filter((_, order) => order !== index));
            }}
          >
            去掉
          </Button>
        </div>
      ))}
    </>
  );
}
