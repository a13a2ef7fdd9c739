import type { EnumValue } from '../../host/enums';
import { fail } from '../../host/errors';
import { fromScript, toScript } from './attributes';
import { checkRemovable, ElementImpl } from './element';
import type { DocNode } from './model';
import { RangeElementImpl } from './range';
import { findElementNode, findTextIn, replaceTextIn } from './search';
import { TextImpl } from './text';
import { detach, paintText, textOf } from './tree';

/** Elements that hold others (class ContainerElement of the reference). */
export class ContainerImpl<N extends DocNode = DocNode> extends ElementImpl<N> {
  getNumChildren(): number {
    return this.node.children.length;
  }

  getChild(index: number): ElementImpl {
    return this.session.element(this.childNode(index));
  }

  getChildIndex(child: ElementImpl): number {
    const index = this.node.children.indexOf(child.node);
    return index >= 0 ? index : fail('Element does not contain the specified child element.');
  }

  removeChild(child: ElementImpl): this {
    this.session.change();
    this.getChildIndex(child);
    checkRemovable(child.node, this.node);
    detach(child.node);
    return this;
  }

  getText(): string {
    return textOf(this.node);
  }

  editAsText(): TextImpl {
    return new TextImpl(this.session, this.node);
  }

  override asText(): TextImpl {
    return this.editAsText();
  }

  clear(): this {
    this.session.change();
    for (const child of [...this.node.children]) detach(child);
    return this;
  }

  findText(pattern: string, from?: RangeElementImpl | null): RangeElementImpl | null {
    const found = findTextIn(this.node, pattern, from?.model ?? null);
    return found ? new RangeElementImpl(this.session, found) : null;
  }

  findElement(type: EnumValue, from?: RangeElementImpl | null): RangeElementImpl | null {
    const node = findElementNode(this.node, type.name(), from?.model.node ?? null);
    return node ? new RangeElementImpl(this.session, { node, start: null, end: null }) : null;
  }

  replaceText(pattern: string, replacement: string): this {
    this.session.change();
    replaceTextIn(this.node, pattern, String(replacement));
    return this;
  }

  getLinkUrl(): string | null {
    return this.commonText('LINK_URL') as string | null;
  }

  setLinkUrl(url: string): this {
    this.session.change();
    paintText(this.node, { LINK_URL: url });
    return this;
  }

  getTextAlignment(): unknown {
    return toScript('TEXT_ALIGNMENT', this.commonText('TEXT_ALIGNMENT'));
  }

  setTextAlignment(alignment: EnumValue | null): this {
    this.session.change();
    paintText(this.node, { TEXT_ALIGNMENT: fromScript('TEXT_ALIGNMENT', alignment) });
    return this;
  }

  protected childNode(index: number): DocNode {
    const count = this.node.children.length;
    if (index >= count)
      fail(`Child index (${index}) must be less than the number of child elements (${count}).`);
    if (index < 0) fail(`Child index (${index}) must be greater than or equal to zero.`);
    return this.node.children[index];
  }
}
