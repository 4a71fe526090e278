import { findMarkers, type Marker } from '#core/document/parsing/markers.ts';

/** 第三条规定的…… names an article at the start of a sentence; it numbers nothing. */
const referenceFollows = /^(?:规定|所列|所述|的|第|至|和|、|或者?|以及|中|之)/u;

/** A number without a mark behind it, or a bullet, is a label only where most articles of the text have one like it. */
const usualShare = 0.6;

/**
 * Takes the printed number off the start of each article's text, as the parser does for a whole document:
 * 第三条, 三、, 3., （三）, (3), ③ and whatever else findMarkers knows. Texts without a number come back trimmed.
 */
export function stripArticleLabels(texts: readonly string[]): string[] {
  const starts = texts.map((text) => labelOf(text.trim()));
  // One text of many that begins like a number (第三条路不通) does not make a numbered text.
  const isNumbered = starts.filter((label) => label !== undefined).length > (texts.length > 2 ? 1 : 0);
  return texts.map((text, index) => {
    const plain = text.trim();
    const label = starts[index];
    if (label === undefined || !isNumbered) return plain;
    const isDoubtful = label.weak || label.joined === true || label.misread === true || label.family === 'bullet' || label.family === 'decimal';
    if (isDoubtful) {
      const alike = starts.filter((other) => other?.family === label.family).length;
      if (alike < usualShare * texts.length || texts.length < 2) return plain;
    }
    return plain.slice(label.end).trim();
  });
}

function labelOf(text: string): Marker | undefined {
  const label = findMarkers(text).find((marker) => marker.start === 0);
  if (label === undefined || label.family === 'chapterWord' || label.family === 'sectionWord') return undefined;
  if (label.family === 'articleWord' && label.label.length === label.end && referenceFollows.test(text.slice(label.end))) {
    return undefined;
  }
  return label;
}
