/** Where in the tour one is: before the example, while it is answered, and the two things to see in the answer. */
export type TourStep = 'offer' | 'asked' | 'answer' | 'why'

const KEY = 'tutti-tour'

/** Whether the tour was taken or declined here before. A page that may keep nothing does not offer it. */
export function tourIsOver(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return true
  }
}

export function rememberTour(): void {
  try {
    localStorage.setItem(KEY, 'over')
  } catch {
    // Then it is not offered either.
  }
}
