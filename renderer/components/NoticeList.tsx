import { Button } from './Button.tsx';
import { dismissNotice, useNotices } from './notices.ts';

export function NoticeList() {
  const notices = useNotices();
  return (
    <output className="notices">
      {notices.map(({ id, text, action }) => (
        <div key={id} className="notice">
          <span>{text}</span>
          {action !== undefined && (
            <Button
              kind="link"
              onClick={() => {
                dismissNotice(id);
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
          <Button
            kind="link"
            onClick={() => {
              dismissNotice(id);
            }}
          >
            知道了
          </Button>
        </div>
      ))}
    </output>
  );
}
