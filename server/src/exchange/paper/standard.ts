/**
 * The numbers of GB/T 9704-2012 in the units of Word: twips (1/20 pt, 1/1440 inch; 1 mm = 56.69 twips), half points for
 * sizes, eighths of a point for lines. Derived ones say from what.
 */

/** 5.1: A4, 210 mm × 297 mm. */
export const pageWidth = 11906;
export const pageHeight = 16838;
/** 5.2.1: 天头 37 mm. */
export const marginTop = 2098;
/** 5.2.1: 订口 28 mm. On even pages it is the right margin. */
export const marginBinding = 1588;
/** What 5.2.1 leaves of the page below a text area of 225 mm: 35 mm. */
export const marginBottom = 1984;
/** What 5.2.1 leaves beside a text area of 156 mm: 26 mm, the 切口. */
export const marginCut = 1474;
/** 5.2.1: 版心 156 mm × 225 mm. */
export const textWidth = pageWidth - marginBinding - marginCut;
export const textHeight = pageHeight - marginTop - marginBottom;

/** 5.2.3: 22 lines to a page, 28 characters to a line. */
export const linesOfPage = 22;
export const charactersOfLine = 28;
/** 5.2.3: height of a line, so that 22 of them fill 225 mm. */
export const lineHeight = 579;
/** 5.2.2: 3号, 16 pt. A character of the body is as wide as it is high. */
export const bodySize = 32;
export const character = 320;
/** 5.2.3: 28 characters fill 156 mm, so each is 0.207 pt narrower than 16 pt; in 1/4096 pt, for the grid of the page. */
export const gridPitch = -849;
/**
 * The same for the text itself, in whole twips: 28 × 15.75 pt is 441 pt of 442.2 pt. The text does not snap to the grid,
 * which some programs round up to twice its width for a character that is wider than a cell.
 */
export const characterSpacing = -5;

/** 7.3.1: 2号, 22 pt. */
export const titleSize = 44;
/** Practice: 35 pt between the lines of a title. */
export const titleLineHeight = 700;
/** Characters of 22 pt that 156 mm hold. */
export const charactersOfTitle = 20;
/** 7.3.1: the title stands two lines below the red line. */
export const linesAboveTitle = 2;
/** 7.3.2: the addressee, or the text, stands one line below the title. */
export const linesBelowTitle = 1;

/** 7.2.4: upper edge of the 发文机关标志 35 mm below the upper edge of the text area. */
export const letterheadTop = 1984;
/** 7.2.4 leaves the size to judgement: as large as the width allows, between 26 pt and 54 pt. */
export const letterheadSizes = { smallest: 26, largest: 54 } as const;
/** 7.2.4, 7.2.7: red. */
export const red = 'FF0000';
/** 7.2.5: 发文字号 two lines below the 发文机关标志. */
export const linesAboveNumber = 2;
/** 7.2.7: the red line 4 mm below the 发文字号, in points. */
export const redLineGap = 11;
/** 7.2.7 names no thickness; practice: 1.5 pt, in eighths of a point. */
export const redLine = 12;

/** 7.3.3: each paragraph begins two characters in, in hundredths of a character. */
export const firstLineCharacters = 200;

/** 7.3.4: 附件说明 one line below the text. */
export const linesAboveNote = 1;

/** 7.3.5.1: 成文日期 of a sealed paper four characters in from the right. */
export const sealedDateIndent = 4;
/** 7.3.5.1: the upper edge of the seal within one line of the text; a seal of 42 mm needs two empty lines for it. */
export const linesAboveSeal = 2;
/** 7.3.5.2: 署名 of an unsealed paper two characters in from the right, one line below the text. */
export const unsealedIndent = 2;
export const linesAboveSignature = 1;
/** 7.3.5.2: the first character of the date stands two characters to the right of the first of the issuer. */
export const dateShift = 2;

/** 7.3.7: the title of an attachment on the third line. */
export const linesBelowLabel = 1;

/** 7.4.1: first and last line of the 版记 0.35 mm, those between 0.25 mm, in eighths of a point. */
export const imprintThickLine = 8;
export const imprintThinLine = 6;
/** 7.4.2, 7.4.3: 4号, 14 pt, one character in on both sides. */
export const imprintSize = 28;
export const imprintCharacter = 280;

/** 7.5: 4号宋体, one character in from the outer side. */
export const pageNumberSize = 28;
export const pageNumberCharacter = 280;
/**
 * 7.5: the dashes beside the number 7 mm below the text area. Word wants the distance of the footer's lower edge from
 * that of the page: 35 mm − 7 mm, and half a line of 14 pt less, as a dash stands in the middle of its line.
 */
export const footerDistance = 1447;
export const footerLineHeight = 280;

/** Practice: 小四 (12 pt) in tables, whose lines grow with what they hold. */
export const tableSize = 24;
export const tableCharacter = 240;
/** 8: a table on a page of its own turned sideways; its text area is the same, lying down. */
export const landscapeWidth = textHeight;
