import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerNames } from '#contract/names.ts';
import type { Opinion } from '#contract/reviews.ts';
import { annotationAnswers, type AnnotationAnswer } from '#core/review/review.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { ChoiceField } from '../forms/ChoiceField.tsx';
import { TextField } from '../forms/TextField.tsx';

type AnswerFormProps = { opinionId: string; annotation: Opinion['annotations'][number]; onDone: () => void };

/** The drafter's answer to one annotation. */
export function AnswerForm({ opinionId, annotation, onDone }: AnswerFormProps) {
  const queries = useQueryClient();
  const [answer, setAnswer] = useState<AnnotationAnswer | undefined>(annotation.answer?.answer);
  const [text, setText] = useState(annotation.answer?.text ?? '');
  const send = useMutation({
    mutationFn: (chosen: AnnotationAnswer) => client.opinions.answer({ opinionId, annotationId: annotation.id, answer: chosen, text }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.opinions.key() });
      onDone();
    },
  });
  const missing = answer === undefined ? '选怎么处理的' : answer !== 'accepted' && text.trim() === '' ? '写一句说明' : undefined;
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer !== undefined && missing === undefined) send.mutate(answer);
      }}
    >
      <ChoiceField
        label="怎么处理"
        value={answer}
        onChange={setAnswer}
        choices={annotationAnswers.map((value) => ({ value, name: answerNames[value] }))}
      />
      <TextField label="说明" rows={2} maxLength={5_000} value={text} onChange={setText} />
      <div className="row">
        <Button kind="primary" type="submit" disabled={missing !== undefined || send.isPending}>
          记下答复
        </Button>
        <Button kind="flat" onClick={onDone}>
          取消
        </Button>
        {missing !== undefined && <span className="hint">{missing}</span>}
      </div>
      {send.error !== null && <ErrorNote error={send.error} />}
    </form>
  );
}
