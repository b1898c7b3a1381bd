// Which campaign a letter belongs to: one that is there, or a new one. Only the letter's own words are filled in.
import { NativeSelect, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { listCampaigns } from "../../campaign/contract.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import {
  type CampaignError,
  type CampaignForm,
  campaignErrors,
  receiveDaysWrong,
  reportDaysWrong,
} from "./letter-draft.ts";

interface CampaignPanelProps {
  readonly unitId: string;
  readonly form: CampaignForm;
  readonly reportDays: string;
  readonly receiveDays: string;
  /** Somebody pressed confirm: say what is missing. */
  readonly tried: boolean;
  readonly onForm: (change: Partial<CampaignForm>) => void;
  readonly onReportDays: (typed: string) => void;
  readonly onReceiveDays: (typed: string) => void;
}

export function CampaignPanel(props: CampaignPanelProps) {
  const { unitId, form, reportDays, receiveDays, tried, onForm, onReportDays, onReceiveDays } = props;
  const t = useT();
  const campaigns = useRead(listCampaigns, { params: { unitId }, query: { limit: 50 } });
  const existing = campaigns.data?.items ?? [];
  return (
    <section className="card" aria-labelledby="campaign-of-letter">
      <h2 className="section-head" id="campaign-of-letter">
        {t("directive.campaign")}
      </h2>
      <Stack gap="md" maw={640}>
        {existing.length > 0 && (
          <NativeSelect
            label={t("directive.campaign-which")}
            value={form.existingId}
            onChange={(event) => onForm({ existingId: event.currentTarget.value })}
            data={[
              { value: "", label: t("directive.campaign-new") },
              ...existing.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {form.existingId === "" && <NewCampaign form={form} tried={tried} onForm={onForm} />}
        <TextInput
          label={`${t("directive.report-within")} (${t("common.optional")})`}
          description={t("directive.report-within-help")}
          inputMode="numeric"
          value={reportDays}
          onChange={(event) => onReportDays(event.currentTarget.value)}
          error={reportDaysWrong(reportDays) ? t("directive.report-within-wrong") : undefined}
        />
        <TextInput
          label={t("directive.receive-within")}
          description={t("directive.receive-within-help")}
          inputMode="numeric"
          value={receiveDays}
          onChange={(event) => onReceiveDays(event.currentTarget.value)}
          error={receiveDaysWrong(receiveDays) ? t("directive.receive-within-wrong") : undefined}
        />
      </Stack>
    </section>
  );
}

function NewCampaign({ form, tried, onForm }: Pick<CampaignPanelProps, "form" | "tried" | "onForm">) {
  const t = useT();
  const errors = campaignErrors(form);
  const told = (field: CampaignError): string | undefined =>
    tried && errors.has(field) ? t(`directive.campaign-wrong.${field}` satisfies MessageKey) : undefined;
  return (
    <>
      <Textarea
        label={t("directive.campaign-name")}
        autosize
        minRows={1}
        value={form.name}
        onChange={(event) => onForm({ name: event.currentTarget.value })}
        error={told("name")}
      />
      <TextInput
        label={t("directive.campaign-programme")}
        description={t("directive.campaign-programme-help")}
        value={form.programme}
        onChange={(event) => onForm({ programme: event.currentTarget.value })}
        error={told("programme")}
      />
      <div className="field-pair">
        <TextInput
          label={`${t("directive.campaign-edition")} (${t("common.optional")})`}
          inputMode="numeric"
          value={form.edition}
          onChange={(event) => onForm({ edition: event.currentTarget.value })}
          error={told("edition")}
        />
        <TextInput
          label={t("directive.campaign-year")}
          inputMode="numeric"
          value={form.year}
          onChange={(event) => onForm({ year: event.currentTarget.value })}
          error={told("year")}
        />
      </div>
      <div className="field-pair">
        <DayInput
          label={t("directive.campaign-from")}
          value={form.from}
          onChange={(from) => onForm({ from })}
          error={told("from")}
        />
        <DayInput
          label={t("directive.campaign-until")}
          value={form.until}
          onChange={(until) => onForm({ until })}
          error={told("until")}
        />
      </div>
      <Radio.Group
        label={t("directive.unit-rule")}
        description={t("directive.unit-rule-help")}
        value={form.unitRule}
        onChange={(value) => onForm({ unitRule: value === "ml250" ? "ml250" : "bag" })}
        error={told("unitRule")}
      >
        <Stack gap="sm" mt="xs">
          <Radio value="bag" label={t("directive.unit-rule.bag")} />
          <Radio value="ml250" label={t("directive.unit-rule.ml250")} />
        </Stack>
      </Radio.Group>
    </>
  );
}
