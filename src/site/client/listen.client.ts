// Listening: the browser reads a story aloud, where it has a voice of the story's language.

let voice: SpeechSynthesisVoice | undefined;

export function findVoice(): void {
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  if (speech === undefined) return;
  const look = () => {
    voice = speech.getVoices().find(({ lang }) => lang.startsWith(document.documentElement.lang.slice(0, 2)));
    document.documentElement.classList.toggle('can-listen', voice !== undefined);
  };
  look();
  speech.addEventListener('voiceschanged', look);
  addEventListener('pagehide', () => speech.cancel());
}

const read = 'h1,.headline .standfirst,.body>p,.body>h2,.body>h3,.body>ul>li,.body>ol>li,blockquote>p';

export function listen(story: HTMLElement, button: HTMLElement): void {
  const { speechSynthesis } = window;
  const name = button.querySelector<HTMLElement>('[data-on]');
  const say = (isOn: boolean) => {
    button.classList.toggle('on', isOn);
    if (name !== null) name.textContent = (isOn ? name.dataset.on : name.dataset.off) ?? '';
  };
  const wasOn = button.classList.contains('on');
  speechSynthesis.cancel();
  say(!wasOn && voice !== undefined);
  if (wasOn || voice === undefined) return;
  // By the sentence: some browsers stop in the middle of what is longer.
  const sentences = [...story.querySelectorAll(read)].flatMap(
    (part) => part.textContent?.match(/[^.!?؟؛]+[.!?؟؛]*/g) ?? [],
  );
  sentences.forEach((sentence, index) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = voice?.lang ?? '';
    utterance.voice = voice ?? null;
    utterance.onerror = () => say(false);
    if (index === sentences.length - 1) utterance.onend = () => say(false);
    speechSynthesis.speak(utterance);
  });
}
