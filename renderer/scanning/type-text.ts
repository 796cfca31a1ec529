/** Types a text as a keyboard would, where the focus is: what was held back and is no scan after all. */

/** Types that are no text, though they are inputs. */
const noText: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'radio',
  'submit',
  'reset',
  'range',
  'color',
  'file',
]);

/**
 * `onKey` gets each event before it is dispatched, so that whoever listens can tell it from a real one. One character after the
 * other, with whatever follows from each: the first one may have opened the field the others belong into.
 */
export async function typeText(text: string, page: Document, onKey: (event: KeyboardEvent) => void): Promise<void> {
  for (const key of Array.from(text)) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true });
    onKey(event);
    const isWanted = (page.activeElement ?? page.body).dispatchEvent(event);
    const field = page.activeElement;
    if (isWanted && isTextField(field) && field.dispatchEvent(beforeInput(key))) {
      // Deprecated, and the only way that keeps caret, selection and undo, and that the field hears as typed.
      page.execCommand('insertText', false, key);
    }
    await Promise.resolve();
  }
}

/** What stands in the focused field now; the function puts it back, if that field has the focus still. */
export function rememberField(page: Document): () => void {
  const field = page.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !isTextField(field)) {
    return () => undefined;
  }
  const { value, selectionStart, selectionEnd } = field;
  return () => {
    if (page.activeElement !== field || field.value === value) return;
    field.select();
    page.execCommand(value === '' ? 'delete' : 'insertText', false, value);
    field.setSelectionRange(selectionStart, selectionEnd);
  };
}

/** Chromium tells it of real keys, not of commands; the search field composes letters there. */
function beforeInput(data: string): InputEvent {
  return new InputEvent('beforeinput', {
    inputType: 'insertText',
    data,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
}

function isTextField(element: Element | null): element is HTMLElement {
  if (element instanceof HTMLInputElement) return !noText.has(element.type);
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}
