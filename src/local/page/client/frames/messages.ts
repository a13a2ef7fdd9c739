/** What a page of the script says to the page of the book around it. */
export type FrameMessage =
  | { readonly kind: 'call'; readonly call: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'where'; readonly call: number }
  | { readonly kind: 'close' | 'focus' }
  | { readonly kind: 'size'; readonly width?: number; readonly height?: number }
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'key'; readonly key: string; readonly shift: boolean };

/** And what it hears. */
export type FrameAnswer =
  | { readonly theme: string }
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly error: string };
