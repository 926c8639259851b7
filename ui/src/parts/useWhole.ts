// A field whose text is one thing, a name, a day, a number: who comes to it finds all of it selected, so that typing takes
// its place. A second click puts the caret where it points.
export interface Whole {
  focus: (event: FocusEvent) => void
  click: (event: MouseEvent) => void
  keydown: () => void
}

export function useWhole(): Whole {
  // The browser puts the caret after the focus has come with a press of the mouse: then it is selected once more.
  let fresh = false
  return {
    focus: ({ target }) => {
      fresh = true
      if (target instanceof HTMLInputElement) target.select()
    },
    click: ({ target }) => {
      if (fresh && target instanceof HTMLInputElement && target.selectionStart === target.selectionEnd) target.select()
      fresh = false
    },
    keydown: () => (fresh = false),
  }
}
