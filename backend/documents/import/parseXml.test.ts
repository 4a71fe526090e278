import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { attribute, childNamed, childValue, parseXml } from '#backend/documents/import/parseXml.ts';
import { DomainError } from '#core/errors.ts';

function failure(xml: string | Uint8Array): string {
  try {
    parseXml(typeof xml === 'string' ? strToU8(xml) : xml, '正文部分');
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
}

describe('an XML part', () => {
  it('gives elements, attributes and text by their local names', () => {
    const root = parseXml(
      strToU8('\ufeff<?xml version="1.0"?><!-- a --><w:a xmlns:w="x" w:id=\'1\' b = "&lt;&#x4e00;&#19968;&quot;>"><w:t xml:space="preserve"> 甲&amp;<!-- b -->乙<![CDATA[<丙>]]></w:t><v w:val="3"/></w:a >\n'),
      '正文部分',
    );
    expect(root.localName).toBe('a');
    expect(attribute(root, 'id')).toBe('1');
    expect(attribute(root, 'b')).toBe('<一一">');
    expect(attribute(root, 'c')).toBeUndefined();
    expect(childNamed(root, 't')?.text).toBe(' 甲&乙<丙>');
    expect(childValue(root, 'v')).toBe('3');
  });

  it('is read in UTF-16 with its mark', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from('<a>甲</a>', 'utf16le')]);
    expect(parseXml(bytes, '正文部分').text).toBe('甲');
  });

  it.each([
    ['no element', ''],
    ['only a declaration', '<?xml version="1.0"?>'],
    ['an element that does not end', '<a><b></b>'],
    ['ends in the wrong order', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text outside', '<a/>甲'],
    ['a cut tag', '<a b="c'],
    ['an attribute without quotes', '<a b=c/>'],
    ['attributes that touch', '<a b="c"d="e"/>'],
    ['a stray sign', '<a>1 < 2</a>'],
    ['a bare ampersand', '<a>甲&乙</a>'],
    ['an unknown name', '<a>&nbsp;</a>'],
    ['a character that is none', '<a>&#0;</a>'],
    ['a comment without end', '<a><!-- </a>'],
    ['bytes that are no UTF-8', Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])],
  ])('is refused with %s', (_what, xml) => {
    expect(failure(xml)).toBe('FILE_DAMAGED');
  });

  it.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['entities that swell', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'],
    ['absurd nesting', '<a>'.repeat(1_000)],
  ])('is unsafe with %s', (_what, xml) => {
    expect(failure(xml)).toBe('FILE_UNSAFE');
  });

  it('is refused in time, however it repeats what does not end', () => {
    for (const morsel of ['<a b="', '<!--', '<a ', '&#x', '<![CDATA[']) expect(failure(`<r>${morsel.repeat(200_000)}`)).not.toBe('none');
  }, 4_000);
});
