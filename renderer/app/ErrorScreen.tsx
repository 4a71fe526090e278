import { Link, useRouteError } from 'react-router';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { errorSentence } from '#renderer/text/errorSentence.ts';
import { Frame } from './Frame.tsx';

const failedToLoad = '这一屏没有打开。内容没有受影响，重新打开窗口再试。';

/** Which of a chunk that did not load, a refusal and a bug it was; browsers word the first one each in its own way. */
function sentenceFor(error: unknown): string {
  if (error instanceof Error && /dynamically imported|importing a module|preload/iu.test(error.message)) return failedToLoad;
  return errorSentence(error);
}

/** What a person sees when a screen breaks: what happened, and the way back. */
export function RouteErrorScreen() {
  const error = useRouteError();
  return (
    <div className="page narrow">
      <h1>这一屏出了问题</h1>
      <div className="note bad" role="alert">
        <p>{sentenceFor(error)}</p>
      </div>
      <div className="row">
        <Button
          kind="primary"
          onClick={() => {
            location.reload();
          }}
        >
          重新打开
        </Button>
        <ButtonLink to="/workbench">回到工作台</ButtonLink>
      </div>
    </div>
  );
}

export function NotFoundScreen() {
  return (
    <Frame windowTitle="没有这一屏">
      <div className="page narrow">
        <h1>没有这一屏</h1>
        <p>
          地址可能已经变了。<Link className="link" to="/workbench">回到工作台</Link>
        </p>
      </div>
    </Frame>
  );
}
