import { useParams } from 'react-router';
import { useHasRole } from '#renderer/app/installationContext.ts';
import { Frame } from '#renderer/app/Frame.tsx';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { bytesOf, native } from '#renderer/transport/native.ts';
import { client } from '#renderer/transport/client.ts';
import { showNotice } from '#renderer/components/notices.ts';
import { useMutation } from '@tanstack/react-query';
import { AspectBar } from './AspectBar.tsx';
import { ConclusionBar } from './ConclusionBar.tsx';
import { ReviewDesk } from './ReviewDesk.tsx';
import { useReview } from './useReview.ts';
import './reviews.css';

type Outcome = 'package' | 'pdf' | 'word';

/** Fetches what an issued review leads to and hands it to the host. */
async function handOver(reviewId: string, outcome: Outcome): Promise<void> {
  const file =
    outcome === 'package'
      ? await client.reviews.file({ reviewId })
      : await client.documents.opinion({ reviewId, format: outcome === 'pdf' ? 'pdf' : 'docx' });
  const bytes = await bytesOf(file);
  if (outcome === 'pdf') await native.openPdf(file.name, bytes);
  else if (await native.saveFile(file.name, bytes)) showNotice(`已保存“${file.name}”`);
}

/** 合法性审查 of one submission: five aspects on top, the text with its annotations, the conclusion at the bottom. */
export function ReviewWorkspace() {
  const reviewId = useParams()['id'] ?? '';
  const isReviewer = useHasRole('reviewer');
  const { query, change, saved } = useReview(reviewId);
  const hand = useMutation({ mutationFn: (outcome: Outcome) => handOver(reviewId, outcome) });
  const review = query.data;
  if (review === undefined) {
    return (
      <Frame title="合法性审查">
        <div className="page">
          {query.error === null ? (
            <Loading what="正在打开送审的文本" />
          ) : (
            <ErrorNote error={query.error}>
              <ButtonLink to="/reviews">回到合法性审查</ButtonLink>
            </ErrorNote>
          )}
        </div>
      </Frame>
    );
  }
  const isReadOnly = review.issuedAt !== null || !isReviewer;
  const error = hand.error ?? change.error;
  const place = review.township === '' ? review.village : `${review.township}${review.village}`;
  return (
    <Frame title={review.title} subtitle={`${place}送审 · 第 ${review.round} 轮`} saved={saved}>
      <div className="fill rv">
        <AspectBar
          review={review}
          isReadOnly={isReadOnly}
          onSet={(aspect, value) => {
            change.mutate((reviews) => reviews.setAspect({ reviewId, aspect, value }));
          }}
        />
        {error !== null && (
          <ErrorNote error={error}>
            <Button
              onClick={() => {
                change.reset();
                hand.reset();
              }}
            >
              知道了
            </Button>
          </ErrorNote>
        )}
        <ReviewDesk
          review={review}
          isReadOnly={isReadOnly}
          isSaving={change.isPending}
          onSave={(annotation) => change.mutateAsync((reviews) => reviews.saveAnnotation({ reviewId, annotation }))}
          onRemove={(annotationId) => change.mutateAsync((reviews) => reviews.removeAnnotation({ reviewId, annotationId }))}
        />
        <ConclusionBar
          review={review}
          isReadOnly={isReadOnly}
          isBusy={change.isPending || hand.isPending}
          error={change.error}
          onConclude={(conclusion, words) =>
            change.mutateAsync((reviews) => reviews.setConclusion({ reviewId, conclusion, ...words }))
          }
          onIssue={async (conclusion, words) => {
            await change.mutateAsync((reviews) => reviews.setConclusion({ reviewId, conclusion, ...words }));
            await change.mutateAsync((reviews) => reviews.issue({ reviewId }));
          }}
          onSavePackage={() => {
            hand.mutate('package');
          }}
          onOpenPdf={() => {
            hand.mutate('pdf');
          }}
          onSaveWord={() => {
            hand.mutate('word');
          }}
        />
      </div>
    </Frame>
  );
}
