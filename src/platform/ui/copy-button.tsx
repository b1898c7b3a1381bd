// "Sao chép để gửi Zalo": puts words on the clipboard, also on pages served over plain HTTP in a hall.
import { Button, type ButtonProps } from "@mantine/core";
import { useT } from "./i18n.tsx";
import { Icon } from "./icons.tsx";
import { useNotice } from "./notice.tsx";

/** Resolves to whether it worked. The Clipboard API exists on secure pages only, so an older way stands beside it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // refused: try the older way
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "off-screen";
  area.readOnly = true;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  return copied;
}

interface CopyButtonProps extends ButtonProps {
  /** The words, or how to get them when pressed. */
  readonly text: string | (() => Promise<string>);
  readonly label?: string;
}

export function CopyButton({ text, label, ...rest }: CopyButtonProps) {
  const t = useT();
  const tell = useNotice();
  const copy = async (): Promise<void> => {
    const words = typeof text === "string" ? text : await text();
    tell({ text: (await copyText(words)) ? t("common.copied") : t("common.copy-failed") });
  };
  return (
    <Button variant="default" leftSection={<Icon name="copy" />} {...rest} onClick={() => void copy()}>
      {label ?? t("common.copy-zalo")}
    </Button>
  );
}
