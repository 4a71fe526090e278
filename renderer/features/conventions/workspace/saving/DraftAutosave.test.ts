import { describe, expect, it } from 'vitest';
import type { ConventionDocument } from '#core/document/document.ts';
import { DraftAutosave, type Saved, type SaveState } from '#renderer/features/conventions/workspace/saving/DraftAutosave.ts';

function textOf(words: string): ConventionDocument {
  return {
    type: 'document',
    attrs: { numberingStyle: 'article', numberingScope: 'document' },
    content: [
      { type: 'title' },
      { type: 'article', attrs: { id: 'a1' }, content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
    ],
  };
}

type Call = { document: ConventionDocument; base: number; land: (saved: Saved) => void; fail: (error: Error) => void };

/** A clock that moves only when told, and saves that land only when told. */
function bench() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const calls: Call[] = [];
  const states: SaveState[] = [];
  const present = { words: '', isComposing: false };
  const autosave = new DraftAutosave({
    revision: 7,
    savedAt: '2026-11-24T02:00:00Z',
    read: () => (present.isComposing ? undefined : textOf(present.words)),
    save: (document, base) => new Promise((land, fail) => calls.push({ document, base, land, fail })),
    isConflict: (error) => error instanceof Error && error.message === 'CONFLICT',
    schedule(milliseconds, run) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    onState: (state) => states.push(state),
  });
  return {
    autosave,
    calls,
    states,
    present,
    type(words: string) {
      present.words = words;
      autosave.touch();
    },
    pass(milliseconds: number) {
      const until = now + milliseconds;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= until).sort((left, right) => left.at - right.at)[0];
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.run();
      }
      now = until;
    },
    async land(index: number, revision: number) {
      calls[index]?.land({ revision, savedAt: '2026-11-24T02:32:00Z' });
      await Promise.resolve();
      await Promise.resolve();
    },
    async fail(index: number, message: string) {
      calls[index]?.fail(new Error(message));
      await Promise.resolve();
      await Promise.resolve();
    },
    kind: () => states.at(-1)?.kind,
  };
}

describe('DraftAutosave', () => {
  it('saves within a second of the last keystroke, on the revision that it knows', async () => {
    const desk = bench();
    desk.type('甲');
    desk.pass(500);
    desk.type('甲乙');
    expect(desk.calls).toHaveLength(0);
    desk.pass(999);
    expect(desk.calls).toHaveLength(1);
    expect(desk.calls[0]?.base).toBe(7);
    expect(desk.calls[0]?.document).toEqual(textOf('甲乙'));
    expect(desk.kind()).toBe('saving');
    await desk.land(0, 8);
    expect(desk.states.at(-1)).toEqual({ kind: 'saved', savedAt: '2026-11-24T02:32:00Z' });
  });

  it('saves now and then while somebody types without a pause', () => {
    const desk = bench();
    for (let key = 0; key < 20; key += 1) {
      desk.type('甲'.repeat(key + 1));
      desk.pass(300);
    }
    expect(desk.calls).toHaveLength(1);
  });

  it('does not call a text saved that was typed on while the save was held back', async () => {
    const desk = bench();
    desk.type('甲');
    desk.pass(1_000);
    desk.type('甲乙');
    desk.pass(5_000);
    expect(desk.calls).toHaveLength(1);
    await desk.land(0, 8);
    expect(desk.kind()).toBe('unsaved');
    desk.pass(1_000);
    expect(desk.calls[1]?.base).toBe(8);
    expect(desk.calls[1]?.document).toEqual(textOf('甲乙'));
  });

  it('waits for the word that is being composed', () => {
    const desk = bench();
    desk.present.isComposing = true;
    desk.type('cun');
    desk.pass(3_000);
    expect(desk.calls).toHaveLength(0);
    desk.present.isComposing = false;
    desk.present.words = '村';
    desk.pass(200);
    expect(desk.calls[0]?.document).toEqual(textOf('村'));
  });

  it('says when it failed, keeps the text and tries again', async () => {
    const desk = bench();
    desk.type('甲');
    desk.pass(1_000);
    await desk.fail(0, '断开');
    expect(desk.kind()).toBe('failed');
    desk.pass(2_000);
    expect(desk.calls[1]?.document).toEqual(textOf('甲'));
    await desk.land(1, 8);
    expect(desk.kind()).toBe('saved');
  });

  it('never saves over a conflict until somebody has merged', async () => {
    const desk = bench();
    desk.type('甲');
    desk.pass(1_000);
    await desk.fail(0, 'CONFLICT');
    expect(desk.kind()).toBe('conflict');
    desk.type('甲乙');
    desk.pass(60_000);
    expect(desk.calls).toHaveLength(1);
    expect(await desk.autosave.flush()).toBe(false);
    desk.autosave.adopt({ revision: 11, savedAt: '2026-11-24T02:40:00Z' }, textOf('丙'));
    desk.type('甲乙丙');
    desk.pass(1_000);
    expect(desk.calls[1]?.base).toBe(11);
  });

  it.each(['断开', 'CONFLICT'])('lets no step be taken on an older text after a save failed with %s', async (message) => {
    const desk = bench();
    desk.type('甲');
    const step = desk.autosave.flushOrThrow();
    await Promise.resolve();
    await desk.fail(0, message);
    await expect(step).rejects.toThrow(message);
    desk.autosave.adopt({ revision: 11, savedAt: '2026-11-24T02:40:00Z' }, textOf('丙'));
    await desk.autosave.flushOrThrow();
  });

  it('flushes at once and tells whether everything is on disk', async () => {
    const desk = bench();
    desk.type('甲');
    const flushed = desk.autosave.flush();
    await Promise.resolve();
    expect(desk.calls).toHaveLength(1);
    await desk.land(0, 8);
    expect(await flushed).toBe(true);
    expect(desk.autosave.hasUnsaved).toBe(false);
  });
});
