// The text for the loudspeaker: large enough to read from at arm's length, in each language there is.
import { Button, SegmentedControl } from "@mantine/core";
import { useEffect, useState } from "react";
import { CopyButton } from "../../../platform/ui/copy-button.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { KitContent, LoudspeakerLanguage } from "../../schema/kit.ts";

/** BCP 47; Thái of the north-west is Tai Dam. */
const CODES: Readonly<Record<LoudspeakerLanguage, string>> = { vi: "vi", thai: "blt", mong: "hmn" };

export function Loudspeaker({ texts }: { readonly texts: KitContent["loudspeaker"] }) {
  const t = useT();
  const [chosen, setChosen] = useState<LoudspeakerLanguage>("vi");
  const shown = texts.find(({ language }) => language === chosen) ?? texts[0];
  if (shown === undefined) return null;
  return (
    <section className="card" aria-labelledby="loudspeaker">
      <h2 className="section-head" id="loudspeaker">
        {t("directive.kit.loudspeaker")}
      </h2>
      {texts.length > 1 && (
        <SegmentedControl
          className="no-print"
          aria-label={t("directive.kit.language")}
          value={shown.language}
          onChange={(value) => setChosen(value as LoudspeakerLanguage)}
          data={texts.map(({ language }) => ({
            value: language,
            label: t(`directive.kit.language.${language}`),
          }))}
        />
      )}
      {/* Paper carries every language. */}
      {texts.map(({ language, text }) => (
        <div key={language} className={language === shown.language ? undefined : "only-print"}>
          <h3 className="only-print">{t(`directive.kit.language.${language}`)}</h3>
          <p className="loud-text" lang={CODES[language]}>
            {text}
          </p>
        </div>
      ))}
      <div className="button-row no-print">
        {shown.language === "vi" && <ReadAloud text={shown.text} />}
        <CopyButton text={shown.text} label={t("directive.kit.copy")} />
      </div>
    </section>
  );
}

/** A Vietnamese voice of this device, once it has one to offer. */
function useVoice(): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    if (!("speechSynthesis" in window)) return;
    const look = (): void =>
      setVoice(window.speechSynthesis.getVoices().find(({ lang }) => /^vi\b/i.test(lang.replace("_", "-"))));
    look();
    window.speechSynthesis.addEventListener("voiceschanged", look);
    return () => window.speechSynthesis.removeEventListener("voiceschanged", look);
  }, []);
  return voice;
}

function ReadAloud({ text }: { readonly text: string }) {
  const t = useT();
  const voice = useVoice();
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (voice === undefined) return <p className="soft">{t("directive.kit.no-voice")}</p>;
  const speak = (): void => {
    window.speechSynthesis.cancel();
    setSpeaking(!speaking);
    if (speaking) return;
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    words.onend = () => setSpeaking(false);
    words.onerror = () => setSpeaking(false);
    window.speechSynthesis.speak(words);
  };
  return (
    <Button variant="default" leftSection={<Icon name={speaking ? "close" : "right"} />} onClick={speak}>
      {speaking ? t("directive.kit.stop-reading") : t("directive.kit.read-aloud")}
    </Button>
  );
}
