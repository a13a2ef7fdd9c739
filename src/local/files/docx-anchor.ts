import {
  HorizontalPositionRelativeFrom,
  type IFloating,
  TextWrappingSide,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import type { PositionedModel } from '../services/document/model';
import { child, elements, textContent, type Xml } from './docx-xml';

/** Pictures beside the text: where they stand and how the text runs along them. */
type Anchor = Pick<PositionedModel, 'layout' | 'left' | 'top'>;

const EMU_PER_POINT = 12_700;

/** By key of PositionedLayout; a picture over the text has none. "Break left" leaves text on the right side only. */
const WRAPPING: Readonly<Record<string, IFloating['wrap']>> = {
  WRAP_TEXT: { type: TextWrappingType.SQUARE, side: TextWrappingSide.BOTH_SIDES },
  BREAK_LEFT: { type: TextWrappingType.SQUARE, side: TextWrappingSide.RIGHT },
  BREAK_RIGHT: { type: TextWrappingType.SQUARE, side: TextWrappingSide.LEFT },
  BREAK_BOTH: { type: TextWrappingType.TOP_AND_BOTTOM },
};

export function writeAnchor({ layout, left, top }: Anchor): IFloating {
  const emu = (points: number) => Math.round(points * EMU_PER_POINT);
  return {
    horizontalPosition: { relative: HorizontalPositionRelativeFrom.COLUMN, offset: emu(left) },
    verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: emu(top) },
    ...(WRAPPING[layout] ? { wrap: WRAPPING[layout] } : {}),
  };
}

/** A place that is not told as an offset ("centred on the page") reads as the corner of the paragraph. */
export function readAnchor(anchor: Xml): Anchor {
  return {
    layout: layoutOf(anchor),
    left: offset(anchor, 'wp:positionH'),
    top: offset(anchor, 'wp:positionV'),
  };
}

function offset(anchor: Xml, axis: string): number {
  const told = child(anchor, axis, 'wp:posOffset');
  return told ? Number(textContent(told)) / EMU_PER_POINT : 0;
}

function layoutOf(anchor: Xml): string {
  const wrap = elements(anchor).find((each) => each.name.startsWith('wp:wrap'));
  if (!wrap || wrap.name === 'wp:wrapNone') return 'ABOVE_TEXT';
  if (wrap.name === 'wp:wrapTopAndBottom') return 'BREAK_BOTH';
  const side = wrap.attributes.wrapText;
  return side === 'right' ? 'BREAK_LEFT' : side === 'left' ? 'BREAK_RIGHT' : 'WRAP_TEXT';
}
