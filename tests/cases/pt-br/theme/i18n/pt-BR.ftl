# As palavras das páginas, em português do Brasil. Mantenha os nomes no começo das linhas; { $… } é preenchido.

language-name = Português
site-title = Andamento dos planos
page-title = { $title } | { $year } | { $plan }
running-head = { $plan }, { $year }
skip-link = Ir para o conteúdo
language-switch = Idioma
year-switch = Ano fiscal
main-nav = Menu
breadcrumb = Você está aqui
draft = Rascunho
draft-note = para revisão, não publicado
published-by = Publicado por
published = Data de publicação
source = Fonte
licence = Licença
made-with = Este site foi feito com o nendo.
from-edition = Os valores deste ano são os informados no relatório do { $year }.
year = ano fiscal de { $year }
year-in-full = Ano fiscal de { $year }
year-in-full-era = Ano fiscal de { $year }
year-span = { $from } a { $to }
month = { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
} de { $year }
date = { $day } de { $month }
date-era = { $day } de { $month }
# A língua e o país, para os sites em que uma página é compartilhada.
og-locale = pt_BR
feed-title = { $title }: relatórios
# Palavras que dizem números, cada uma depois do número que diz.
number-words = 0 zero nenhum nenhuma não sem 0.5 meio meia metade 1 um uma cada por único única primeiro primeira
    2 dois duas segundo segunda dobro dobrou duplo dupla ambos ambas par 3 três terceiro terceira terço terços triplo
    4 quatro quarto quarta trimestre 5 cinco quinto quinta 6 seis sexto sexta semestre 7 sete sétimo semana 8 oito oitavo 9 nove nono
    10 dez décimo década 11 onze 12 doze dúzia ano anual 13 treze 14 catorze quatorze 15 quinze quinzena 16 dezesseis 17 dezessete
    18 dezoito 19 dezenove 20 vinte 30 trinta 40 quarenta 50 cinquenta 60 sessenta 70 setenta 80 oitenta 90 noventa
    100 cem cento século todos todas 1000 mil 1000000 milhão milhões 1000000000 bilhão bilhões 1000000000000 trilhão trilhões
year-of-plan = { $plan }, { $year }
open-site = Abrir este ano
not-found = Página não encontrada
not-found-body = O endereço pode ter mudado ou a página pode não existir mais.
go-home = Ir para a página inicial

nav-summary = Resumo
nav-behind = Atrasos e motivos
nav-kpis = Todos os indicadores
nav-structure = Estrutura do plano
nav-sections = Setores
nav-report = Relatório
nav-data = Dados
nav-accessibility = Acessibilidade

spark-part = { $year } { $value }
numbered = { $number } { $label }
numbered-tight = { $number } { $label }
number-separator = {", "}
kpi-numbers-open = {" "}(indicadores: {""}
kpi-numbers-close = )
kpi-word = Indicador

target = Meta
actual = Resultado
earlier-target = Meta antes da revisão
better-higher = Quanto maior, melhor
better-lower = Quanto menor, melhor
evaluation = Avaliação
reason = Motivo
remark = Observação
remark-of-year = { $remark } ({ $year })
main-reasons = Principais motivos
attainment = Grau de alcance
trend = Tendência
section = Setor responsável
baseline = Valor de referência
final-target = Meta final
item = Item
percent = { $value }%
data-link = Dados (CSV)
chart-link = Gráfico (SVG)
neighbours = Página anterior e próxima
previous = Anterior
next = Próxima
timeline-link = Todos os anos

not-set = —
revised-from = (antes: { $before })
not-set-because = — ({ $reason })
gap = sem valor
gap-in-table = ver a tabela
no-target = sem meta
unclear-direction = sem grau de alcance: não se sabe se mais ou menos é melhor
not-comparable = sem grau de alcance
unevaluated = sem avaliação
completed = Concluído
completed-in = Concluído no fim do { $year }
closed = Meta concluída
closed-in = Meta concluída no fim do { $year }
none-here = Nenhum

per = { $amount } por { $period }
range = de { $from } a { $to }
at-least = pelo menos { $amount }
at-most = no máximo { $amount }
more-than = mais de { $amount }
less-than = menos de { $amount }
about = cerca de { $amount }
cumulative = { $amount } (acumulado)
revised-upward = { $amount } (revisto para cima)
revised-downward = { $amount } (revisto para baixo)
revised-unspecified = { $amount } (revisto)
labelled = { $label }: { $amount }
list-separator = {"; "}
with-parts = { $amount } ({ $parts })
note = Nota: { $note }

table-caption = { $name }: meta, resultado e avaliação por ano fiscal
chart-title = { $name }: meta e resultado por ano fiscal
summary-chart-title = Número de indicadores por avaliação, { $year }
share-row = { $name }: { $parts }.
share-part = { $count } × { $grade }
attainment-chart-title = Grau de alcance dos indicadores numéricos, { $year }
attainment-heading = Comparação do grau de alcance, do menor ao maior
attainment-goal = Meta { $percent }
attainment-reached = { $reached ->
    [one] { $reached } dos { $total } indicadores
   *[other] { $reached } dos { $total } indicadores
} cujo grau de alcance pode ser calculado { $reached ->
    [one] atingiu a meta.
   *[other] atingiram a meta.
}
attainment-all = O grau de alcance é de { $percent }.
attainment-each = Cada grau de alcance é de { $percent }.
attainment-ends = O menor grau de alcance é { $lowest }; o maior, { $highest }.
attainment-named = { $percent } ({ $name })
attainment-without = { $count ->
    [one] Outro indicador numérico não tem grau de alcance.
   *[other] Outros { $count } indicadores numéricos não têm grau de alcance.
}
moves-chart-title = Mudanças de avaliação do { $before } para o { $after }
moves-counts = Em comparação com o { $before }, { $up } { $up ->
    [one] indicador subiu
   *[other] indicadores subiram
}, { $down } { $down ->
    [one] desceu
   *[other] desceram
} e { $same } { $same ->
    [one] ficou igual
   *[other] ficaram iguais
}.
moves-new = { $count ->
    [one] Um indicador foi avaliado pela primeira vez.
   *[other] { $count } indicadores foram avaliados pela primeira vez.
}
moves-other = { $count ->
    [one] Um indicador mudou entre avaliações que não têm ordem entre si.
   *[other] { $count } indicadores mudaram entre avaliações que não têm ordem entre si.
}
moves-lost = { $count ->
    [one] Um indicador deixou de ser avaliado.
   *[other] { $count } indicadores deixaram de ser avaliados.
}

sentence-above = No { $year }, o resultado foi de { $actual }: { $gap } acima da meta de { $target }.
sentence-met = No { $year }, o resultado foi de { $actual }, igual à meta.
sentence-below = No { $year }, o resultado foi de { $actual }: { $gap } abaixo da meta de { $target }.
sentence-side-by-side = No { $year }, o resultado foi de { $actual } e a meta, de { $target }.
sentence-no-target = No { $year }, o resultado foi de { $actual }. Não há meta para comparar.
sentence-no-actual = A meta para o { $year } é de { $target }. Não há resultado para comparar.
sentence-completed = A meta foi concluída.
sentence-completed-in = A meta foi concluída no fim do { $year }.
lower-is-better = { $sentence } (Quanto menor, melhor.)
trend-up = O resultado aumentou { $gap } em relação a { $before } no { $year }.
trend-down = O resultado diminuiu { $gap } em relação a { $before } no { $year }.
trend-same = O resultado é igual ao do { $year }.
caption-no-actual = Não há resultado para o { $year }.
caption-revised = Esta meta foi revista; antes era { $before }.
caption-higher = Quanto maior, melhor.
caption-lower = Quanto menor, melhor.

summary-behind = Dos { $total } indicadores, { $good } { $good ->
    [one] está dentro ou acima da meta
   *[other] estão dentro ou acima da meta
} e { $behind } { $behind ->
    [one] está atrasado.
   *[other] estão atrasados.
}
summary-none-behind = Dos { $total } indicadores, { $good } { $good ->
    [one] está
   *[other] estão
} dentro ou acima da meta. Nenhum está atrasado.
summary-evaluated = { $evaluated } { $evaluated ->
    [one] indicador foi avaliado
   *[other] indicadores foram avaliados
}, de um total de { $total }.
summary-outside = { $count ->
    [one] Um indicador tem uma avaliação que nada diz sobre o andamento.
   *[other] { $count } indicadores têm uma avaliação que nada diz sobre o andamento.
}
summary-unevaluated = { $count ->
    [one] Um indicador não tem avaliação neste ano.
   *[other] { $count } indicadores não têm avaliação neste ano.
}
sentence-separator = {" "}
share-of-evaluated = As porcentagens são dos indicadores avaliados.
tiles-heading = Avaliação de todos os indicadores
counts-heading = Por avaliação
counts-caption = Número e proporção de indicadores por avaliação
total = Total
behind-heading = Abaixo da meta
behind-more = Mais sobre os atrasos e seus motivos
changes-heading = Mudanças desde o ano anterior
moved-up = Subiu
moved-same = Igual
moved-down = Desceu
moved-new = Avaliado pela primeira vez
moved-other = Outra mudança
moved-to = para
moved-list = Indicadores cuja avaliação mudou
revised-list = Metas revistas
completed-list = Metas concluídas
by-grade-heading = Iniciativas por avaliação
by-grade-note = Quando uma iniciativa tem vários indicadores, os números deles vêm entre parênteses: “indicadores: ○-x”.

structure-heading = Estrutura do plano
structure-lead = O plano inteiro, com a avaliação de cada indicador neste ano.
behind-page-heading = O que está atrasado, e por quê
behind-some = { $count ->
    [one] Um indicador foi avaliado como abaixo da meta.
   *[other] { $count } indicadores foram avaliados como abaixo da meta.
}
behind-none = Nenhum indicador foi avaliado como abaixo da meta.
missed-some = { $count ->
    [one] Um indicador não atingiu a meta.
   *[other] { $count } indicadores não atingiram a meta.
} Nenhuma nota da escala significa “atrasado”; por isso, a comparação é dos números.
missed-none = Todos os indicadores que podem ser comparados pelos números atingiram a meta.
closest = Menor grau de alcance
kpis-heading = Todos os indicadores
kpis-lead = { $count ->
    [one] Um indicador. O nome dele leva
   *[other] Todos os { $count } indicadores. Os nomes levam
} aos valores de cada ano, aos gráficos e aos motivos.
kpis-caption = Indicadores do { $year }: avaliação, meta, resultado e grau de alcance
kpis-filter = Procurar indicadores
kpis-text = Nome, número ou setor
kpis-pillar = Parte do plano
kpis-all = Todos
kpis-choice = { $label } ({ $count })
kpis-reset = Limpar
kpis-shown = Mostrando { $shown } de { $total } { $total ->
    [one] indicador
   *[other] indicadores
}.
no-reason = Nenhum motivo foi informado.

search = Busca
search-found = Resultados: { $n }
search-none = Nada foi encontrado.
search-more = Mostrar mais { $n }

sections-heading = Setores responsáveis
sections-lead = Os setores da prefeitura responsáveis pelos indicadores, com as avaliações deste ano.
timeline-level = Todos os anos
editions-heading = Metas por relatório
editions-lead = As metas de cada ano, como cada relatório as apresentou.
edition = Relatório
contents-heading = Sumário

data-heading = Baixar os dados
data-lead = As metas, os resultados e as avaliações do relatório deste ano estão nos arquivos abaixo. O grau de alcance e as contagens são calculados a partir deles para este site e não estão nos arquivos.
# O que os buscadores recebem sobre os dados; $name é o plano e o ano.
dataset = { $name }: a meta, o resultado e a avaliação de cada indicador conforme o relatório, para planilhas e programas (CSV, JSON).
dataset-publisher = Publicação: { $publisher }.
data-files = Arquivos
data-reading = Como ler os dados
data-blank = Uma célula vazia em uma coluna de valores não significa zero. As colunas com _status no nome dizem se não há valor ou se não há um único número.
data-percent = Os números estão por extenso: 455.000 pessoas é 455000, com a unidade em outra coluna. 79% é 79, com a unidade %.
data-text = As palavras da própria tabela estão nas colunas com _text_ no nome.
data-grades = As avaliações são do órgão que fez o relatório. Não são calculadas a partir do grau de alcance.
data-terms = Condições de uso e como citar
data-licensed = Os dados podem ser usados sob esta licença:
data-unlicensed = Nenhuma licença foi indicada. Consulte quem publica o site antes de reutilizar os dados.
data-source = Os números vêm de:
data-cite = Um exemplo de citação:
citation = Andamento do { $name }
citation-of = { $publisher }, Andamento do { $name }
citation-with = { $citation }, { $detail }
citation-published = publicado em { $date }
data-charts = Gráficos
data-charts-lead = Cada gráfico é uma imagem própria (SVG), que fica nítida em qualquer tamanho.
data-zip = Baixar tudo de uma vez
data-zip-lead = Contém todas as tabelas, dados, descrições e gráficos abaixo.
data-tables = Tabelas
data-programs = Dados e definições para programas
data-readmes = Leia-me
data-of-each-kpi = Dados e gráfico de cada indicador
data-of-each-kpi-lead = Abaixo de cada indicador há links para uma tabela só com as suas linhas (CSV) e para o seu gráfico como imagem (SVG).
data-of-all-years = Dados de todos os anos
data-of-all-years-lead = Os relatórios de todos os anos em um só. As linhas que um relatório posterior mudou indicam isso. O arquivo ZIP tem tudo, também os códigos de avaliação e as atualizações.
readme-of-all-years = Leia-me dos dados de todos os anos
data-of-year = Dados do { $year }
data-history = Histórico de atualizações
data-no-history = Não há registro de data de publicação nem de correções.
data-columns = Colunas de “{ $table }”
data-column = Coluna
data-column-about = Significado
data-guessing = Uma planilha pode transformar (8) em -8 e 1-2 em data, e tirar zeros do início. No Excel, Dados → De Text/CSV com essas colunas como Texto as mantém como são. Um programa deve ler municipality_code e outros números que dão nome a algo como texto.
data-as-reported = Os valores são os da tabela do relatório. Nenhum é estimado ou completado.
data-encoding = Os arquivos CSV estão em UTF-8 com BOM e as linhas terminam com CRLF; o Excel os abre. Os arquivos JSON estão em UTF-8 sem BOM.
data-plain = Os caracteres são os que qualquer programa lê: uma quebra de linha é “ / ”, um número em um círculo fica entre parênteses, (1), letras, algarismos e parênteses de largura inteira são de meia largura, katakana de meia largura são de largura inteira, um til ondulado é ~ e um traço sem valor é —.
data-guard = Nos arquivos CSV, um texto que começa com =, +, -, @ ou ' tem mais um ' na frente, para que nenhuma planilha o calcule como fórmula. Ele não faz parte do texto.
data-link-all-years = Dados de todos os indicadores e anos (CSV)
file-link = { $name } ({ $kind })
file-link-with-size = { $name } ({ $kind }, { $size })
size-kilobytes = { $number } KB
size-megabytes = { $number } MB
file-progress = Metas, resultados e avaliações
what-progress = Uma tabela com uma linha para cada indicador e ano fiscal.
what-progress-all-years = Uma tabela com uma linha para cada indicador e ano fiscal. Onde um relatório posterior mudou algo, há uma linha para cada relatório.
file-evaluation-codes = Códigos de avaliação
what-evaluation-codes = O que cada avaliação significa e a sua posição.
file-breakdown = Partes dos valores
what-breakdown = As partes que os textos de metas e resultados mencionam, uma linha para cada.
file-updates = Atualizações
what-updates = Quando os relatórios foram publicados e corrigidos.
file-json = Andamento, em níveis
what-json = Metas, resultados, avaliações e partes, na estrutura do plano.
file-json-schema = Definição do JSON
what-json-schema = O que progress.json pode conter, como JSON Schema.
file-csvw = Definição das tabelas (CSV on the Web)
what-csvw = Nomes, significados e tipos das colunas, por um padrão do W3C.
file-data-package = Definição das tabelas (Data Package)
what-data-package = Nomes, significados e tipos das colunas, como Data Package.
file-dcat = Registro de catálogo (DCAT)
what-dcat = Título, quem publica, licença e arquivos, para catálogos de dados.
file-readme = Leia-me
what-readme = Os arquivos e as colunas, como os valores são escritos e as condições de uso.
file-zip = Todos os arquivos
what-zip = Os arquivos desta pasta em um só.
what-zip-with-charts = Os arquivos e gráficos desta pasta em um só.
file-kpi = Tabela de cada indicador
what-kpi = Uma tabela com as linhas de um indicador; o nome do arquivo é o ID do indicador.
file-charts = Gráficos
what-charts = Os gráficos como imagens; os nomes terminam com a língua.
readme-title = { $name }: sobre os dados abertos
readme-heading = { $number }. { $heading }
readme-item = - { $text }
readme-named = { $name }: { $about }
readme-explained = { $name } ({ $title }): { $about }
readme-like = Como em “{ $other }”.
readme-files = Arquivos
readme-columns = Colunas das tabelas
readme-version-heading = Versão
readme-version = A versão dos nomes e colunas é { $version }. O primeiro número muda quando uma coluna muda de nome ou de significado ou é retirada; o segundo, quando uma é acrescentada; o terceiro, quando só as explicações mudam.

statement-aim = Este site foi feito para que todas as pessoas possam acompanhar o andamento. Ele busca o nível AA das WCAG 2.2 e da norma japonesa JIS X 8341-3:2016.
statement-facts = O que vale para as páginas de cada ano
fact-structure = Títulos, tabelas, listas e navegação são marcados como o que são. Um link leva direto ao conteúdo.
fact-tables = As tabelas têm legendas e células de cabeçalho.
fact-charts = Os gráficos têm nomes e descrições, e seus números também estão em uma tabela ou em um arquivo.
fact-grades = As avaliações são mostradas por uma letra e uma forma, com o significado em palavras. Nada é dito apenas pela cor.
fact-contrast = As cores das telas são medidas quando o site é feito. Sobre o fundo, o texto tem contraste de pelo menos { $text } e os gráficos, de pelo menos { $graphics }.
contrast = { $ratio }:1
fact-languages = As partes em um idioma diferente do da página dizem em que idioma estão e trazem o código dele.
fact-keyboard = Tudo pode ser usado só com o teclado, e vê-se sempre onde se está. Nada se move, e nada tem limite de tempo.
fact-reflow = Em uma tela de 320 pixels, e com o texto no dobro do tamanho, as páginas são lidas sem mover para os lados. Só tabelas e gráficos largos se movem, cada um dentro de si.
fact-script = Tudo pode ser lido sem JavaScript.
fact-print = As páginas podem ser impressas em papel A4, em preto e branco.
statement-limits = Limites
statement-limits-body = O que não tem tradução aparece no idioma original. Nos gráficos, um nome sem tradução dá lugar ao seu número. Se os textos da tabela de andamento são fáceis de entender, isso não pode ser verificado quando o site é feito.
statement-conformity = Conformidade
statement-conformity-body = Os resultados de testes e a declaração de conformidade com uma norma cabem a quem publica este site. Nenhuma declaração foi dada nesta página até agora.
statement-contact = Contato
statement-contact-body = Se houver algo que você não consegue ler ou usar, avise quem publica este site.

column-in-language = { $column } ({ $language })
column-municipality-code = Código do município
column-plan = Plano
column-edition = Edição
column-fiscal-year = Ano fiscal
column-kpi-id = ID do KPI
column-level = Nível { $number }
column-kpi-number = Número do KPI
column-kpi = KPI
column-target-value = Meta: valor
column-target-unit = Meta: unidade
column-target-text = Meta: texto completo
column-target-status = Meta: situação
column-actual-value = Resultado: valor
column-actual-unit = Resultado: unidade
column-actual-text = Resultado: texto completo
column-actual-status = Resultado: situação
column-cumulative = Acumulado
column-evaluation = Avaliação
column-reason = Motivo
column-note = Observação
column-section = Seção responsável
column-direction = Melhor direção
column-baseline-value = Valor de base: valor
column-baseline-unit = Valor de base: unidade
column-baseline-text = Valor de base: texto completo
column-final-target-value = Meta final: valor
column-final-target-unit = Meta final: unidade
column-final-target-text = Meta final: texto completo
column-target-revised = Meta revista
column-actual-revised = Resultado corrigido
column-evaluation-revised = Avaliação corrigida
column-superseded-by = Substituída por
column-code = Avaliação
column-rank = Posição
column-counted = Conta nas porcentagens
column-tone = Progresso
column-meaning = Significado
column-kind = Tipo de valor
column-part = Parte
column-value = Parte: valor
column-unit = Parte: unidade
column-date = Data
column-update = Atualização
about-municipality-code = O código do município na lista do governo japonês: seis dígitos, o último de verificação. Um zero no início faz parte dele.
about-plan = O plano, como aparece nos URLs.
about-edition = O relatório de onde vêm os valores, pelo ano civil em que começa o seu ano fiscal.
about-fiscal-year = O ano fiscal dos valores, pelo ano civil em que começa.
about-kpi-id = O ID do KPI, o mesmo em todas as edições.
about-level = O nome de um nível do plano, depois do número, se houver.
about-kpi-number = O número que o relatório dá ao KPI.
about-kpi = O nome do KPI. Em branco, o KPI tem o nome do nível acima.
about-value = Um número por extenso em algarismos (455 mil é 455000); porcentagens não são divididas (79% é 79). Em branco não é zero: o texto não é um número único, ou não há valor.
about-unit = A unidade do valor.
about-text = Tudo o que o relatório diz; na coluna de outra língua, a tradução. Uma quebra de linha é escrita “ / ”.
about-status = reported: um valor foi informado. not_set: não há valor. closed: a meta foi concluída e não é mais acompanhada. revised: o texto diz que o valor foi revisto. unread: parece um número, mas não pôde ser lido com certeza.
about-cumulative = true: a meta ou o resultado conta desde o início do plano.
about-evaluation = A avaliação dada por quem publicou o relatório. O significado está na tabela de códigos. Em branco: não há.
about-reason = O motivo da avaliação do ano.
about-note = Uma observação.
about-section = A seção responsável.
about-direction = higher: mais é melhor. lower: menos é melhor. Em branco: o relatório não diz.
about-revised = true: a edição anterior dava outro valor.
about-superseded-by = A edição seguinte, que mudou o que esta linha diz. As linhas em branco são as que valem agora.
about-code = A avaliação.
about-rank = A posição da avaliação; 1 é a melhor. Em branco: fora da classificação.
about-counted = true: conta no cálculo das porcentagens.
about-tone = ahead: à frente da meta. on: conforme a meta. behind: atrasado. none: nada diz do progresso.
about-meaning = O que a avaliação significa.
about-kind = target: meta. actual: resultado. baseline: valor de base. final_target: meta final.
about-part = O nome da parte.
about-part-value = O número da parte. As partes não somam necessariamente o todo.
about-date = O dia da publicação ou da correção. Em branco: não informado.
about-update = O que foi feito.
file-progress = Metas, resultados e avaliações por indicador e ano fiscal
file-evaluation-codes = O que significam as notas da avaliação
file-breakdown = Partes dos valores
file-updates = Histórico de atualizações
file-json = Metas, resultados e avaliações, aninhados
file-archive = Todos os arquivos em um só
update-published = Publicação do relatório do { $year }
years-of-plan = { $plan } (todos os anos fiscais)
