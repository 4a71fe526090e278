import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConventionDetail } from '#contract/conventions.ts';
import type { PriorAdoption } from '#contract/priorAdoptions.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { dateAndTime, fullDate } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import type { DraftAutosave } from '../saving/DraftAutosave.ts';
import { PriorAdoptionForm } from './PriorAdoptionForm.tsx';
import { ScanLinks } from './ScanLinks.tsx';

const known = (words: string) => (words === '' ? '不详' : words);
const knownDay = (day: string | null) => (day === null ? '不详' : fullDate(day));

function Facts({ convention, found }: { convention: ConventionDetail; found: PriorAdoption }) {
  const people = convention.kind === 'village' ? '村民' : '居民';
  // What was not published yet need not have been filed.
  const wasFiled = found.stage === 'published' || found.filedOn !== null || found.filingNumber !== '' || found.filedWith !== '';
  return (
    <>
      <p>
        第 {found.versionNumber} 版是登记的已施行文本，由{found.registeredBy}在 {dateAndTime(found.registeredAt)} 登记，没有在本机表决。
      </p>
      <dl className="facts prior-facts">
        <dt>办到哪一步</dt>
        <dd>{found.stage === 'published' ? '已经公布施行' : '已经表决通过'}</dd>
        <dt>表决</dt>
        <dd>
          {knownDay(found.adoptedOn)}，{found.meeting === null ? '会议不详' : `${people}${found.meeting === 'assembly' ? '会议' : '代表会议'}`}
        </dd>
        {wasFiled && (
          <>
            <dt>备案</dt>
            <dd>
              {knownDay(found.filedOn)}，编号：{known(found.filingNumber)}，单位：{known(found.filedWith)}
            </dd>
          </>
        )}
        {found.stage === 'published' && (
          <>
            <dt>公布</dt>
            <dd>
              {knownDay(found.postedOn)}，地方：{known(found.place)}
            </dd>
          </>
        )}
      </dl>
      <ScanLinks conventionId={convention.id} scans={found.scans} />
    </>
  );
}

type PriorAdoptionDialogProps = { convention: ConventionDetail; autosave: DraftAutosave; onClose: () => void };

/** 登记已施行的文本: asks for what is known; later shows it, with the scans, and lets it be corrected. */
export function PriorAdoptionDialog({ convention, autosave, onClose }: PriorAdoptionDialogProps) {
  // What was registered when the dialog opened: its own success must not turn the form into the view before it closes.
  const [isRegistered] = useState(convention.isRegistered);
  const [isCorrecting, setIsCorrecting] = useState(false);
  const found = useQuery(
    api.priorAdoptions.get.queryOptions({ input: { conventionId: convention.id }, enabled: isRegistered && !isCorrecting }),
  );
  if (!isRegistered) return <PriorAdoptionForm convention={convention} autosave={autosave} earlier={undefined} onClose={onClose} />;
  const earlier = found.data ?? undefined;
  if (isCorrecting && earlier !== undefined) {
    return <PriorAdoptionForm convention={convention} autosave={autosave} earlier={earlier} onClose={onClose} />;
  }
  return (
    <Dialog
      title="已施行文本的登记情况"
      onClose={onClose}
      actions={
        <>
          {convention.can.registerPublished.allowed && earlier !== undefined && <Button onClick={() => setIsCorrecting(true)}>更正</Button>}
          <Button kind="primary" onClick={onClose}>
            关闭
          </Button>
        </>
      }
    >
      {found.isPending && <Loading what="正在读取登记" />}
      {found.error !== null && <ErrorNote error={found.error} />}
      {earlier !== undefined && <Facts convention={convention} found={earlier} />}
    </Dialog>
  );
}
