import { createContext, use, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** The places in the window that a screen fills: beside the seal, before the person's name, along the bottom. */
export type FrameSlots = { head: HTMLElement | null; saved: HTMLElement | null; status: HTMLElement | null };

export const FrameSlotsContext = createContext<FrameSlots>({ head: null, saved: null, status: null });

type FrameProps = {
  /** What is open: a convention's title. It stands beside the seal and names the window. */
  title?: string;
  /** Names the window alone, on screens where the office stands beside the seal. */
  windowTitle?: string;
  /** Beside the title in small letters: 枫林镇 · 2026 年修订. Hidden at the largest type on a small screen. */
  subtitle?: string;
  /** 已保存 10:32, 正在保存, 没有保存: a short sentence or an element of one's own. */
  saved?: ReactNode;
  /** Cells of the bar along the bottom of the window: `<span>第 3 版草稿</span><span className="sp" /><Link className="link" …>`. */
  status?: ReactNode;
  /** The screen itself. It lies in a column that fills the window: `.page` scrolls, `.fill` does its own scrolling. */
  children: ReactNode;
};

/**
 * What a screen wraps itself in to set the parts of the window outside its own area. The window's frame (seal, navigation,
 * type size) stays where it is; only the slots change, so a screen may render this on every keystroke.
 *
 * @example
 * <Frame title={convention.title} subtitle={convention.township} saved="已保存 10:32" status={<span>第 3 版草稿</span>}>
 *   <div className="fill">…</div>
 * </Frame>
 */
export function Frame({ title, windowTitle = title, subtitle, saved, status, children }: FrameProps) {
  const slots = use(FrameSlotsContext);
  return (
    <>
      <title>{windowTitle === undefined ? '乡约' : `${windowTitle} — 乡约`}</title>
      {slots.head !== null &&
        title !== undefined &&
        createPortal(
          <>
            <span className="name">{title}</span>
            {subtitle !== undefined && <span className="sm dim x">{subtitle}</span>}
          </>,
          slots.head,
        )}
      {slots.saved !== null && saved !== undefined && createPortal(saved, slots.saved)}
      {slots.status !== null && status !== undefined && createPortal(status, slots.status)}
      {children}
    </>
  );
}
