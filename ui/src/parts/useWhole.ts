// A field whose text is one thing, a name, a day, a number: who comes to it finds all of it selected, so that typing takes
// its place. A second click puts the caret where it points, or selects again where the text is a choice.
export interface Whole {
  focus: (event: FocusEvent) => void
  click: (event: MouseEvent) => void
  keydown: () => void
}

/** `again` says whether a later click selects too. */
export function useWhole(again: () => boolean = () => false): Whole {
  // The browser puts the caret after the focus has come with a press of the mouse: then it is selected once more.
  let fresh = false
  return {
    focus: ({ target }) => {
      fresh = true
      if (target instanceof HTMLInputElement) target.select()
    },
    click: ({ target }) => {
      const wanted = fresh || again()
      fresh = false
      if (!(target instanceof HTMLInputElement) || !wanted) return
      const select = (): void => void (document.activeElement === target && target.selectionStart === target.selectionEnd && target.select())
      select()
      // Of a field that was selected whole WebKit takes the selection away after the click.
      setTimeout(select)
    },
    keydown: () => (fresh = false),
  }
}
