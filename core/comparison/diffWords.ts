import { diffArrays } from 'diff';
import type { InlineChange } from '#core/comparison/comparison.ts';
import { wordTokens, type WordSegmenter } from '#core/comparison/wordTokens.ts';

/** Tokens that stand in both texts, or what was deleted and inserted between two such stretches. */
type Stretch = { equal: string[] } | { deleted: string[]; inserted: string[] };

/** Above so many differences a stretch is shown as replaced: the search would take seconds and its result be confetti. */
const mostDifferences = 3_000;
/** A sentence of which less than this share was kept is shown as new. */
const keptShare = 0.34;
/** Shorter sentences are readable with any marks. */
const shortSentence = 6;

/**
 * The word-level difference of two texts for reading: few marks, each on whole words, dates, amounts and names;
 * a sentence that is mostly new is deleted and inserted whole. `equal` and `delete` together are the old text,
 * `equal` and `insert` the new one.
 */
export function diffWords(old: string, now: string, segmenter: WordSegmenter): InlineChange[] {
  if (old === now) return old === '' ? [] : [{ kind: 'equal', text: old }];
  let stretches: Stretch[];
  try {
    stretches = diffTokens(old, now, (text) => wordTokens(text, segmenter));
  } catch {
    // Odd combining marks have made segmenters and the diff package throw (kpdecker/jsdiff#664): characters always work.
    stretches = diffTokens(old, now, (text) => Array.from(text));
  }
  return toChanges(stretches);
}

function diffTokens(old: string, now: string, tokensOf: (text: string) => string[]): Stretch[] {
  // Equal sentences first: long texts stay quick, and no word is matched across sentences that did not change.
  const sentences = join(alignTokens(sentencesOf(old), sentencesOf(now)));
  return settle(
    sentences.flatMap((stretch): Stretch[] => {
      if ('equal' in stretch) return [{ equal: tokensBeside(stretch.equal, tokensOf) }];
      return alignTokens(tokensOf(stretch.deleted.join('')), tokensOf(stretch.inserted.join('')));
    }),
  );
}

/** Only the sentences that touch a change are cut into words: a mark never moves further. */
function tokensBeside(equal: readonly string[], tokensOf: (text: string) => string[]): string[] {
  return equal.flatMap((sentence, at) => (at === 0 || at === equal.length - 1 ? tokensOf(sentence) : [sentence]));
}

function sentencesOf(text: string): string[] {
  return text.match(/[^。；！？\n]*[。；！？\n]+|[^。；！？\n]+/gu) ?? [];
}

function alignTokens(old: string[], now: string[]): Stretch[] {
  const changes = diffArrays(old, now, { maxEditLength: mostDifferences });
  if (changes === undefined) return [{ deleted: old, inserted: now }];
  return changes.map((change): Stretch => {
    if (change.added) return { deleted: [], inserted: change.value };
    if (change.removed) return { deleted: change.value, inserted: [] };
    return { equal: change.value };
  });
}

function settle(stretches: readonly Stretch[]): Stretch[] {
  let current = shareEnds(join(stretches));
  current = slide(current);
  for (let round = 0; round < 4; round += 1) {
    const next = join(replaceNewSentences(join(absorbScraps(current))));
    if (next.length === current.length) return next;
    current = next;
  }
  return current;
}

/** Makes equal and changed stretches alternate. */
function join(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if ('equal' in stretch) {
      if (stretch.equal.length === 0) continue;
      if (last !== undefined && 'equal' in last) last.equal = [...last.equal, ...stretch.equal];
      else joined.push({ equal: stretch.equal });
    } else if (stretch.deleted.length + stretch.inserted.length > 0) {
      if (last !== undefined && !('equal' in last)) {
        last.deleted = [...last.deleted, ...stretch.deleted];
        last.inserted = [...last.inserted, ...stretch.inserted];
      } else joined.push({ deleted: stretch.deleted, inserted: stretch.inserted });
    }
  }
  return joined;
}

function boundaries(tokens: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>();
  let length = 0;
  tokens.forEach((token, index) => {
    length += token.length;
    ends.set(length, index + 1);
  });
  return ends;
}

/** The segmenter may cut one wording differently in two surroundings: equal beginnings and ends of a change are no change. */
function shareEnds(stretches: readonly Stretch[]): Stretch[] {
  const trimStart = (deleted: string[], inserted: string[]): string[] => {
    const one = deleted.join('');
    const other = inserted.join('');
    const oneEnds = boundaries(deleted);
    let best = 0;
    let length = 0;
    for (const token of inserted) {
      length += token.length;
      if (one.slice(0, length) !== other.slice(0, length)) break;
      if (oneEnds.has(length)) best = length;
    }
    if (best === 0) return [];
    deleted.splice(0, oneEnds.get(best) ?? 0);
    return inserted.splice(0, boundaries(inserted).get(best) ?? 0);
  };
  const turned = (tokens: readonly string[]) => tokens.map((token) => [...token].reverse().join('')).reverse();
  return stretches.flatMap((stretch): Stretch[] => {
    if ('equal' in stretch) return [stretch];
    const deleted = [...stretch.deleted];
    const inserted = [...stretch.inserted];
    const start = trimStart(deleted, inserted);
    const turnedDeleted = turned(deleted);
    const turnedInserted = turned(inserted);
    const end = turned(trimStart(turnedDeleted, turnedInserted));
    return [
      { equal: start },
      { deleted: turned(turnedDeleted), inserted: turned(turnedInserted) },
      { equal: end },
    ];
  });
}

const isEnd = (token: string | undefined) => token !== undefined && /[。；！？\n]/u.test(token);
const isMark = (token: string | undefined) => token !== undefined && /^[\p{P}\p{S}\s]+$/u.test(token);

/**
 * A pure insertion or deletion between repeated tokens can stand in several places: of 圈养[+，不散养+]。 and
 * 圈[+养，不散+]养。 the one that starts behind or before a mark of punctuation is read.
 */
function slide(stretches: readonly Stretch[]): Stretch[] {
  const result = join(stretches);
  for (let at = 1; at + 1 < result.length; at += 1) {
    const before = result[at - 1];
    const change = result[at];
    const after = result[at + 1];
    if (before === undefined || change === undefined || after === undefined) continue;
    if (!('equal' in before) || 'equal' in change || !('equal' in after)) continue;
    if (change.deleted.length > 0 && change.inserted.length > 0) continue;
    const moving = change.deleted.length > 0 ? change.deleted : change.inserted;
    const line = [...before.equal, ...moving, ...after.equal];
    const start = before.equal.length;
    const size = moving.length;
    const score = (from: number) => {
      const first = line[from];
      const last = line[from + size - 1];
      const previous = line[from - 1];
      const following = line[from + size];
      if (isEnd(last) && (previous === undefined || isEnd(previous))) return 5;
      if (isMark(first) && !isMark(last) && isMark(following)) return 4;
      if (isMark(last) && (previous === undefined || isMark(previous)) && !isMark(first)) return 3;
      if (isMark(first) || isMark(last)) return 1;
      return previous === undefined || isMark(previous) ? 2 : 0;
    };
    let best = start;
    for (let from = start - 1; from >= 0 && line[from] === line[from + size]; from -= 1) if (score(from) > score(best)) best = from;
    for (let from = start + 1; from + size <= line.length && line[from - 1] === line[from + size - 1]; from += 1) {
      if (score(from) > score(best)) best = from;
    }
    before.equal = line.slice(0, best);
    const moved = line.slice(best, best + size);
    if (change.deleted.length > 0) change.deleted = moved;
    else change.inserted = moved;
    after.equal = line.slice(best + size);
  }
  return result;
}

const lengthOf = (tokens: readonly string[]) => tokens.reduce((sum, token) => sum + (isMark(token) ? 0 : token.length), 0);

/** A comma, 的 or one short word kept between two larger replacements makes reading harder, not easier. */
function absorbScraps(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map((stretch, at): Stretch => {
    if (!('equal' in stretch)) return stretch;
    const before = stretches[at - 1];
    const after = stretches[at + 1];
    if (before === undefined || after === undefined || 'equal' in before || 'equal' in after) return stretch;
    if (stretch.equal.some(isEnd)) return stretch;
    const isReplacing = (change: { deleted: string[]; inserted: string[] }) =>
      Math.min(lengthOf(change.deleted), lengthOf(change.inserted)) > 0;
    const sizes = [before, after].map((change) => Math.max(lengthOf(change.deleted), lengthOf(change.inserted)));
    const kept = lengthOf(stretch.equal);
    const smallest = Math.min(...sizes);
    // 红白喜事[+从+]简[-办-][+办理+]: one character that is no word of its own between its new neighbours.
    if (kept === 1 && stretch.equal.length === 1 && (isReplacing(before) || isReplacing(after))) {
      if (!/[的地得了在和与或是由应不对]/u.test(stretch.equal.join(''))) return { deleted: [...stretch.equal], inserted: [...stretch.equal] };
    }
    const isScrap =
      kept <= 1
        ? smallest > kept && (isReplacing(before) || isReplacing(after)) && Math.max(...sizes) > 2
        : kept <= 3 && isReplacing(before) && isReplacing(after) && smallest >= 2 * kept;
    return isScrap ? { deleted: [...stretch.equal], inserted: [...stretch.equal] } : stretch;
  });
}

type Side = 'deleted' | 'inserted';

/** Turns what is left equal of a mostly replaced sentence, on either side, into deleted and inserted. */
function replaceNewSentences(stretches: readonly Stretch[]): Stretch[] {
  const scrap = new Set<string>();
  for (const side of ['deleted', 'inserted'] satisfies Side[]) {
    let kept = 0;
    let whole = 0;
    let changes = 0;
    let keptTokens: string[] = [];
    const close = () => {
      const isConfetti = changes > 1 && whole >= shortSentence && kept < keptShare * whole;
      if (isConfetti) for (const token of keptTokens) scrap.add(token);
      kept = 0;
      whole = 0;
      changes = 0;
      keptTokens = [];
    };
    stretches.forEach((stretch, at) => {
      const isEqual = 'equal' in stretch;
      if (!isEqual && stretch.deleted.length + stretch.inserted.length > 0) changes += 1;
      (isEqual ? stretch.equal : stretch[side]).forEach((token, index) => {
        const length = isMark(token) ? 0 : token.length;
        whole += length;
        if (isEqual) kept += length;
        const ends = isEnd(token);
        if (isEqual && !ends) keptTokens.push(`${at},${index}`);
        if (ends) close();
      });
    });
    close();
  }
  if (scrap.size === 0) return [...stretches];
  return stretches.flatMap((stretch, at): Stretch[] => {
    if (!('equal' in stretch)) return [stretch];
    return stretch.equal.map((token, index): Stretch =>
      scrap.has(`${at},${index}`) ? { deleted: [token], inserted: [token] } : { equal: [token] },
    );
  });
}

function toChanges(stretches: readonly Stretch[]): InlineChange[] {
  return join(stretches).flatMap((stretch): InlineChange[] => {
    if ('equal' in stretch) return [{ kind: 'equal', text: stretch.equal.join('') }];
    const deleted = stretch.deleted.join('');
    const inserted = stretch.inserted.join('');
    if (deleted === inserted) return [{ kind: 'equal', text: deleted }];
    const changes: InlineChange[] = [];
    if (deleted !== '') changes.push({ kind: 'delete', text: deleted });
    if (inserted !== '') changes.push({ kind: 'insert', text: inserted });
    return changes;
  });
}
