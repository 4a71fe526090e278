import { Component, type ReactNode } from 'react';
import { bugText } from '#contract/errorTexts.ts';
import { Button } from '#renderer/components/Button.tsx';

type State = { hasFailed: boolean };

/** The last net: catches what breaks outside of any screen. */
export class StartErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="page narrow">
        <h1>乡约没有打开</h1>
        <div className="note bad" role="alert">
          <p>{bugText('界面')}</p>
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
        </div>
      </div>
    );
  }
}
