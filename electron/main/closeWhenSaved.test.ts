import { beforeEach, describe, expect, it, vi } from 'vitest';
import { closeWhenSaved } from '#electron/main/closeWhenSaved.ts';
import { createSavingState } from '#electron/main/createSavingState.ts';
import { BrowserWindow, answers, shown } from '#electron/standIn/electron.ts';

// The stand-in has the part of the runtime's types that is used here, and no more.
vi.mock(import('electron'), async () => (await import('#electron/standIn/electron.ts')) as never);

describe('closing while words are being saved', () => {
  beforeEach(() => {
    answers.buttons = [];
    shown.boxes.length = 0;
  });

  const open = () => {
    const window = new BrowserWindow({});
    const saving = createSavingState();
    const closed = new Promise<void>((resolve) => {
      window.once('closed', () => resolve());
    });
    // The stand-in has what closeWhenSaved uses of a window.
    closeWhenSaved(window as never, saving, 0);
    return { window, saving, closed };
  };

  it('closes at once when nothing is being saved', () => {
    const { window } = open();
    window.close();
    expect(window.isDestroyed()).toBe(true);
  });

  it('asks when saving takes too long, and closes when the person gives the words up', async () => {
    const { window, saving, closed } = open();
    saving.setBusy(true);
    answers.buttons = ['不保存，直接关闭'];
    window.close();
    await closed;
    expect(shown.boxes[0]?.message).toBe('刚才写的内容还没有存好');
  });

  it('goes on waiting when the person wants to, asks again, and closes by itself once the words are on disk', async () => {
    const { window, saving, closed } = open();
    saving.setBusy(true);
    const savedMeanwhile = () => {
      saving.setBusy(false);
      return '继续等待';
    };
    answers.buttons = ['继续等待', savedMeanwhile];
    window.close();
    window.close();
    expect(window.isDestroyed()).toBe(false);
    await closed;
    expect(shown.boxes).toHaveLength(2);
  });

  it('holds up a shutdown of the system meanwhile', () => {
    const { window, saving } = open();
    const shutdown = () => {
      const event = { preventDefault: vi.fn<() => void>() };
      window.emit('query-session-end', event);
      return event.preventDefault.mock.calls.length;
    };
    expect(shutdown()).toBe(0);
    saving.setBusy(true);
    expect(shutdown()).toBe(1);
  });
});
