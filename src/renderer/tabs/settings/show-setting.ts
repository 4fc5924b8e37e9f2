/** A place that has just been chosen may still be on its way to the page. */
const MOST_FRAMES = 60
const FLASH_MS = 1_600

/** Brings a setting of the page into view and marks it for a moment. Does nothing where the page does not show it. */
export function showSetting(label: string, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const setting = [...document.querySelectorAll<HTMLElement>('[data-setting]')].find((element) => element.dataset.setting === label)
    if (!setting) {
      if (frames > 0) showSetting(label, frames - 1)
      return
    }
    setting.scrollIntoView({ block: 'center' })
    setting.querySelector<HTMLElement>('input, textarea, button, [role="switch"], [role="slider"]')?.focus({ preventScroll: true })
    setting.dataset.found = ''
    setTimeout(() => delete setting.dataset.found, FLASH_MS)
  })
}
