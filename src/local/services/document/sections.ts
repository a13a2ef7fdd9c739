import type { EnumValue } from '../../host/enums';
import { fail } from '../../host/errors';
import { BODY_KEYS, PARAGRAPH_KEYS, readTable, TEXT_KEYS, writeTable } from './attributes';
import { BlockContainerImpl } from './blocks';
import { applyChanges, detach } from './tree';

export class BodyImpl extends BlockContainerImpl {
  static readonly api = 'Document.Body';
  protected override readonly ownKeys: readonly string[] = BODY_KEYS;

  /** The live service's own name for it. */
  override toString(): string {
    return 'DocumentBodySection';
  }

  /** Text looks go to all text there is and to what is added later; looks of paragraphs are dropped (as live). */
  override setAttributes(attributes: unknown): this {
    super.setAttributes(attributes);
    const keys = TEXT_KEYS.filter((key) => key !== 'LINK_URL');
    applyChanges(this.session.document.textDefaults, readTable(attributes, keys));
    return this;
  }

  /** What was set for a heading, null for the rest. */
  getHeadingAttributes(heading: EnumValue): Record<string, unknown> {
    const set = this.session.document.headingAttributes[heading.name()] ?? {};
    return writeTable([...TEXT_KEYS, ...PARAGRAPH_KEYS], set);
  }

  setHeadingAttributes(heading: EnumValue, attributes: unknown): this {
    this.session.change();
    const all = this.session.document.headingAttributes;
    all[heading.name()] ??= {};
    applyChanges(all[heading.name()], readTable(attributes, [...TEXT_KEYS, ...PARAGRAPH_KEYS]));
    return this;
  }

  getPageWidth(): unknown {
    return this.read('PAGE_WIDTH');
  }
  setPageWidth(points: number): this {
    return this.write('PAGE_WIDTH', length(points));
  }
  getPageHeight(): unknown {
    return this.read('PAGE_HEIGHT');
  }
  setPageHeight(points: number): this {
    return this.write('PAGE_HEIGHT', length(points));
  }
  getMarginTop(): unknown {
    return this.read('MARGIN_TOP');
  }
  setMarginTop(points: number): this {
    return this.write('MARGIN_TOP', length(points));
  }
  getMarginBottom(): unknown {
    return this.read('MARGIN_BOTTOM');
  }
  setMarginBottom(points: number): this {
    return this.write('MARGIN_BOTTOM', length(points));
  }
  getMarginLeft(): unknown {
    return this.read('MARGIN_LEFT');
  }
  setMarginLeft(points: number): this {
    return this.write('MARGIN_LEFT', length(points));
  }
  getMarginRight(): unknown {
    return this.read('MARGIN_RIGHT');
  }
  setMarginRight(points: number): this {
    return this.write('MARGIN_RIGHT', length(points));
  }
}

function length(points: number): number {
  return points >= 0 ? points : fail(`Invalid argument: ${points}`);
}

export class HeaderSectionImpl extends BlockContainerImpl {
  static readonly api = 'Document.HeaderSection';

  override removeFromParent(): this {
    this.session.change();
    this.session.document.header = null;
    return this;
  }
}

export class FooterSectionImpl extends BlockContainerImpl {
  static readonly api = 'Document.FooterSection';

  override removeFromParent(): this {
    this.session.change();
    this.session.document.footer = null;
    return this;
  }
}

export class FootnoteSectionImpl extends BlockContainerImpl {
  static readonly api = 'Document.FootnoteSection';

  /** The section goes with its footnote. */
  override removeFromParent(): this {
    this.session.change();
    for (const footnote of this.session.document.body.children.flatMap((block) => block.children))
      if (footnote.type === 'FOOTNOTE' && footnote.contents === this.node) detach(footnote);
    return this;
  }
}
