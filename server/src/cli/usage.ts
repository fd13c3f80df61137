import type { Language } from '../rules/messages.ts';

const zh = `方案检查：按要求检查中文实施方案、整改方案、阶段方案和工作小结（Markdown 或纯文本）。

用法  fangan <命令> [选项]

  fangan check [文件|目录|通配符…]   检查方案，报告问题（不写则检查当前目录）
  fangan duties [文件|目录|通配符…]  谁在何时前负责什么：按人、单位或月份列出
  fangan model 文件                  以 JSON 打印读出的方案模型
  fangan import 文件|目录… -o 目录   把 Word 文档（.docx）和文本导入为 Markdown 方案
  fangan import 台账 --into 方案     把填写过的 Excel 或 CSV 台账写回方案的表格
  fangan export 文件 --to 格式 -o 文件  导出方案（不写格式则列出全部格式）
  fangan new 模板 -o 文件            新建方案，留空之处待填（不写模板名则列出全部模板）
  fangan rules [规则…]               列出规则，或解释某条规则
  fangan lsp --stdio                 供各种编辑器使用的语言服务器

check 的选项
  -f, --format 格式        text（默认）、json、sarif、github、junit；审阅报告：html、md、docx
  -o, --output 文件        把报告写入文件（docx 必写）；已有文件要加 --force 才覆盖
      --fix                写入可靠的自动修正
      --fix-dry-run        只显示会作的修正，不写文件
      --unsafe-fixes       连同需要人工核对的建议一起修改（与以上两项之一同用）
      --max-warnings N     警告超过 N 条时以状态 1 结束
      --review             另列复核清单：只差一两个字的句子（likeness）
  -q, --quiet              只报告错误
      --stdin              检查标准输入；与 --fix 同用时输出修正后的全文
      --stdin-filename 名  标准输入的文件名，用于查找配置
      --bundle             各方案互相对照：文件名、提法、几乎相同的句子
      --workers N          线程数（默认按处理器核数；1 为不另开线程；--fix 总是 1）
      --cache              未变动的文件用上次的结果，存于 .fangan-cache
      --cache-location 目录  缓存改存于此（写了即启用缓存）
      --shard 几/几        只检查其中一份，如 1/4：文件均分，各份合起来是全部
      --baseline 文件      其中已记下的问题不再报告（按规则、文字和所在部分认，不按行号）
      --update-baseline    把现有问题记入基线，已消失的从中删去
      --print-config       打印生效的配置
      --[no-]color         是否用颜色（也看 NO_COLOR、FORCE_COLOR）

duties 的选项
      --by 方式            person 按责任人（默认）、unit 按责任单位、month 按月份
      --filter 词          只列出含有这些词的事项
  -f, --format 格式        text（默认）、json、csv、markdown

export 的选项
      --to 格式            导出的格式
  -o, --output 文件        写入的文件（文字格式不写则输出到标准输出）
      --plan N             只导出文件中的第 N 份方案
      --force              覆盖已有文件

check、duties、model、export 共用的选项
      --config 文件        使用这份配置，不再逐级查找 fangan.yaml
      --profile 模板       把文件当作这种方案（文件头写明 plan: none 的除外）
      --rule 规则=级别     改变规则级别：off、hint、info、warning、error；可多次使用
      --as-of 日期         以该日为“今天”，YYYY-MM-DD
      --language zh|en     提示信息的语言

new 的选项
  -o, --output 文件        写入的文件（不写则输出到标准输出）
      --unit 单位          发文单位
      --activity 活动      活动或工作的名称
      --superior 文件      上级文件的标题，可带文号：《关于……的通知》（云政发〔2026〕3号）
      --start、--end 日期  起止日期，如 2026-03-02
      --issued 日期        成文日期
      --force              覆盖已有文件

import 的选项
  -o, --output 目录        写入的目录（只导入一个文件时，不写则输出到标准输出）
      --split              一个文件里有几份方案，就写成几个文件
      --force              覆盖已有文件
      --into 方案          写回这份方案；两边都改过的单元格不动，列出后以状态 1 结束
      --prefer plan|ledger 两边都改过时以哪边为准
      --dry-run            只显示会作的更新，不写文件

其他  --help、--version

结束状态  0 没有错误；1 发现错误（或警告超限）；2 用法不对、输入无法读取或内部错误；130 按 Ctrl+C 取消。
目录中只检查识别为方案的 .md、.markdown、.txt 文件，其他 Markdown 一概跳过。
`;

const en = `Checks Chinese implementation, rectification and stage plans and summaries (Markdown or plain text).

Usage  fangan <command> [options]

  fangan check [files|directories|globs…]   report problems (of the current directory by default)
  fangan duties [files|directories|globs…]  who answers for what by when: by person, unit or month
  fangan model FILE                         print the plan model that was read, as JSON
  fangan import FILES… -o DIR               Word documents (.docx) and text files as Markdown plans
  fangan import LEDGER --into PLAN          what was filled in in an exported ledger, back into the plan
  fangan export FILE --to FORMAT -o FILE    write a plan in another form (no FORMAT: lists them)
  fangan new PROFILE -o FILE                a new plan with blanks to fill in (no PROFILE: lists them)
  fangan rules [ID…]                        list the rules, or explain some
  fangan lsp --stdio                        the language server for any editor

Options of check
  -f, --format FORMAT      text (default), json, sarif, github, junit; for whoever signs: html, md, docx
  -o, --output FILE        write the report there (needed for docx); --force replaces an existing file
      --fix                write the safe fixes
      --fix-dry-run        show what would be fixed and write nothing
      --unsafe-fixes       take the suggestions as well (with one of the two above)
      --max-warnings N     end with status 1 when there are more than N warnings
      --review             list sentences that differ in a character or two, too (likeness)
  -q, --quiet              report errors only
      --stdin              check standard input; with --fix print the mended text
      --stdin-filename F   its name, for finding the configuration
      --bundle             hold the plans against each other: titles, slogans, sentences nearly the same
      --workers N          threads (by default as many as the processor has cores; 1: none beside the main one;
                           --fix always has one)
      --cache              take earlier results for files that have not changed; kept in .fangan-cache
      --cache-location DIR keep them there instead (implies --cache)
      --shard PART/PARTS   check one part only, such as 1/4: even parts that together are everything
      --baseline FILE      do not report what it knows (by rule, words and section, not by line)
      --update-baseline    let it know what is found now, and forget what is found no more
      --print-config       print the settings that count
      --[no-]color         colours or none (see also NO_COLOR, FORCE_COLOR)

Options of duties
      --by GROUPING            person (default), unit or month
      --filter WORDS           only the duties that hold these words
  -f, --format FORMAT          text (default), json, csv, markdown

Options of export
      --to FORMAT          the form
  -o, --output FILE        the file to be written (text goes to standard output by default)
      --plan N             only the Nth plan of the file
      --force              replace an existing file

Options of check, duties, model and export
      --config FILE        this configuration instead of the nearest fangan.yaml
      --profile ID         take the files for plans of this kind (but for front matter that says plan: none)
      --rule ID=SEVERITY   off, hint, info, warning or error; may be repeated
      --as-of DATE         the day that counts as today, YYYY-MM-DD
      --language zh|en     language of the messages

Options of new
  -o, --output FILE        the file to be written (standard output by default)
      --unit UNIT          who issues the plan
      --activity NAME      what the plan is about
      --superior TITLE     the superior document, its number in brackets behind it
      --start, --end DAY   first and last day, such as 2026-03-02
      --issued DAY         day of issue
      --force              replace an existing file

Options of import
  -o, --output DIR         the directory to write to (standard output by default, for one file)
      --split              one file for each plan of a file
      --force              replace existing files
      --into PLAN          back into this plan; cells changed on both sides stay, are listed, and give status 1
      --prefer plan|ledger whose words count where both sides were changed
      --dry-run            show what would be updated and write nothing

Others  --help, --version

Exit status  0 no errors; 1 errors (or too many warnings); 2 wrong usage, unreadable input or an internal error;
130 broken off by Ctrl+C.
In directories only plans among .md, .markdown and .txt files are checked; other Markdown is passed over.
`;

export const usage: Readonly<Record<Language, string>> = { zh, en };
