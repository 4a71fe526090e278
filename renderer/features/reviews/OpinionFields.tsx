import { Input } from 'antd';
import { useId } from 'react';

export type OpinionWords = { opinionNumber: string; remark: string };

/** 文号 and 说明 of the opinion. */
export function OpinionFields({ words, onChange }: { words: OpinionWords; onChange: (words: OpinionWords) => void }) {
  const numberId = useId();
  const remarkId = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={numberId}>文号</label>
        <Input
          id={numberId}
          value={words.opinionNumber}
          maxLength={100}
          placeholder="可以不写"
          onChange={(event) => {
            onChange({ ...words, opinionNumber: event.target.value });
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={remarkId}>说明</label>
        <Input.TextArea
          id={remarkId}
          value={words.remark}
          maxLength={10_000}
          placeholder="总的看法，写在意见书的结论后面；可以不写"
          autoSize={{ minRows: 4, maxRows: 12 }}
          onChange={(event) => {
            onChange({ ...words, remark: event.target.value });
          }}
        />
      </div>
    </>
  );
}
