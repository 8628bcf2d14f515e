// How long ago something was published, while that is less than a week: the browser's own Arabic plurals (قبل دقيقتين).

const root = document.documentElement;
const week = 7 * 86_400;

function ago(instant: string, words: Intl.RelativeTimeFormat): string | null {
  const seconds = (Date.now() - Date.parse(instant)) / 1000;
  if (!(seconds > -60 && seconds < week)) return null;
  if (seconds < 60) return words.format(0, 'second');
  if (seconds < 3600) return words.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return words.format(-Math.floor(seconds / 3600), 'hour');
  return words.format(-Math.floor(seconds / 86_400), 'day');
}

export function showTimes(): void {
  const words = new Intl.RelativeTimeFormat(`${root.lang}-u-nu-${root.dataset.digits}`, { numeric: 'auto' });
  for (const time of document.querySelectorAll<HTMLTimeElement>('[data-recent],[data-ago]')) {
    const said = ago(time.dateTime, words);
    if (said === null) continue;
    // The full date stays at hand for whoever wants it.
    if (time.title === '' && time.textContent !== '') time.title = time.textContent;
    time.textContent = said;
  }
}
