// Key messages as cards to copy one by one, and questions with their answers.
import { CopyButton } from "../../../platform/ui/copy-button.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { KitContent } from "../../schema/kit.ts";

export function KeyMessages({ messages }: { readonly messages: KitContent["keyMessages"] }) {
  const t = useT();
  const all = messages.map((message) => `• ${message}`).join("\n");
  return (
    <section className="card" aria-labelledby="key-messages">
      <div className="kit-section-head">
        <h2 className="section-head" id="key-messages">
          {t("directive.kit.key-messages")}
        </h2>
        {messages.length > 1 && (
          <CopyButton text={all} label={t("directive.kit.copy-all")} className="no-print" size="sm" />
        )}
      </div>
      <ol className="key-messages">
        {messages.map((message) => (
          <li key={message}>
            <p>{message}</p>
            <CopyButton
              text={message}
              label={t("directive.kit.copy")}
              className="no-print"
              size="sm"
              variant="subtle"
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Questions({ questions }: { readonly questions: KitContent["questions"] }) {
  const t = useT();
  return (
    <section className="card" aria-labelledby="questions">
      <h2 className="section-head" id="questions">
        {t("directive.kit.questions")}
      </h2>
      <div className="questions">
        {questions.map(({ question, answer }) => (
          <details key={question}>
            <summary>{question}</summary>
            <p className="answer">{answer}</p>
            <CopyButton
              text={`${question}\n${answer}`}
              label={t("directive.kit.copy-answer")}
              className="no-print"
              size="sm"
              variant="subtle"
            />
          </details>
        ))}
      </div>
    </section>
  );
}
