"""First names, by which a person is known for one, and surnames that look like other words.

Each is as `fold` gives it.
"""

FIRST_NAMES = frozenset(
    """
    aaron abbie abby abdul abena abigail abimbola abiola abu adaeze adam adanna ade adebayo adele adeola aditi
    aditya adrian adunni afua agnes agnieszka ahmad ahmed aidan aileen ailsa aine aisha aisling ajay akash akosua
    akua alan alana alastair alba albert aled alejandro aleksander aleksandra alem alessandra alessandro alessia
    alex alexander alexandra alexis alfie alfred ali alice alicia alicja alina alison alistair aljaz allan allison
    alma alun alva alvaro alyson alyssa amaka amal amanda amandeep amara amari amaya amber ameera amelia amelie
    amina amir amirah amit amrit amy ana anan anastasia anders andrea andreas andrei andrej andrew andrzej andy
    aneta anette angela angelica angelo angie angus anika anil anisha anita anjali anji anke ann anna annabel anne
    anneka anneliese annette annie annika ansel anthony antoine anton antonia antonio antony anwar anwen anya aoife
    april arabella arash archana archie ariana ariel arif arjun arlene armando arne arnold arthur arvind aryan asha
    ashley asif asma astrid asuman asya ataur atif aubrey audra audrey augusto aurelie aurora ava avni axel ayesha
    aylin ayo ayodele ayse ayumi azadeh azra babak babatunde bahar balazs barbara barnaby barry bartosz bashir
    basil bassam beata beatrice beatriz beau becky belinda bella ben bence benedict bengt benjamin bente bernadette
    bernard bernd bertha bertrand beth bethany betty bev beverley bhavna bianca bibi bilal bill billy birgit bisi
    bjorn blake blessing bo bob bobby bogdan bola bolaji bonnie boris bradley branka brenda brendan brett brian
    bridget bridie brigitte briony bronwen brooke bruce bruno bryan bryony bukola burak cal caitlin caleb callie callum
    cameron camilla camille candice carina carl carla carlos carly carmel carmen carol carole carolina caroline
    carolyn carrie carys cassandra cassie cath catherine cathy cecilia cecilie celia cemal ceri cerys chad chandni
    chantal charles charlie charlotte chelsea chen cheryl chiamaka chiara chidi chidiebere chika chike chima
    chinedu chinwe chioma chloe chris christian christina christine christopher chukwudi cian ciara cillian claire
    clara clare clark claudia clemence clement clifford clinton clive clodagh colette colin colm connie connor
    conor cora corinne cormac courtney craig crispin cristian cristina curtis cuthbert cynthia cyril czeslaw dafydd
    dagmar daisuke daisy dale dalia damian damien damilola damir dan dana danica daniel daniela daniella danielle
    danijel danuta daphne dara darcy darius dariusz darragh darrell darren darryl dave david davide davina davinder
    dawn dean debbie deborah debra declan deepa deepak deepika deepti deirdre delia della demi denis denise dennis
    derek desiree desmond devi dexter dhruv diana diane diego dieter dilip dilwyn dilys dimitri dimitris dinah
    dionne dipa dipesh dipti dirk divya dmitri dolores dominic dominika dominique don donald donna donovan dora
    doreen doris dorota dorothy doug douglas dragan drew duane duc duncan dunja dwayne dylan ebele ebere ebony ece
    ed eddie edgar edith edmund edna eduardo edward edwin efua egor eileen eilidh eiluned eimear eirlys ekaterina
    ekow elaine elan eleanor elena eleonora eleri elif elin eliska elizabeth ella ellen ellie elliot eloise elsie
    elspeth elvira elwyn emanuele emeka emil emilia emilie emily emine emma emmanuel emmett emre emyr enid enrico
    enrique eoin erdem eric erica erik erika erin ernest ernie errol esme esra esteban estelle esther eszter ethan
    etienne euan eugene eun eunice eva evan eve evelina evelyn evie ewa ewan ezra fadi fahad faisal faith faiza
    farah farhan farida farouk farrah farzana fatemeh fatima fatma fatuma fay faye federica federico felicia
    felicity felix femi feng ferenc fergus fern fernanda fernando ffion fikile filip filippo finlay finley finn
    fintan fiona flavia flavio flora florence florian floyd fola folake folasade fran franca frances francesca
    francesco francis francisco francois francoise frank frankie fraser fred freda freddie frederic frederick freya
    frieda fumiko funke funmi gabby gabor gabriel gabriela gabriella gabrielle gaelle gail gareth garfield garry
    garth gary gaurav gavin gaynor geeta gemma gene geoff geoffrey george georgi georgia georgie georgina georgios
    geraint gerald geraldine gerard gerd gergely gerhard gertrude gethin ghazala gianluca gideon giles gill gillian
    gina ginny gintare giorgio giovanni gita giulia giuseppe gladys glen glenda glenn glenys gloria glyn glynis
    godfrey goran gordon gosia grace graeme graham grainne grant greg gregory greta grzegorz guadalupe guido
    guillaume gulsen gunnar gunther gurpreet gustavo guy gwen gwenda gwendolen gwenllian gwilym gwyn gwyneth hafsa
    hakan hal halima hamid hamish hamza hana hania hanna hannah hannes hans harald hari harini haris harjit haroon
    harriet harry haruki haruna harvey hasan hassan hatice hattie hayley hazel heather heba hector heidi heike
    heinz heledd helen helena helga helmut hemant henri henrik henry herbert hermione hettie hiba hideo hilal
    hilary hilda himanshu hina hiroshi hollie holly horace horst howard hua hubert huda hugh hugo hui humaira
    humphrey husain hussain hussein huw hye ian ibironke ibrahim idris iestyn ifan ifeanyi ifeoma igor ijeoma ike
    ikram ilaria ilona ilya imani imelda imke imran ines inga inge inger ingo ingrid inigo ioan ioana iolo iona
    irena irene irfan irina iris irving isaac isabel isabella isha ishaan isla ismail ismay isobel istvan itunu
    ivan ivana iveta ivor ivy iwona jabu jacek jacinda jacinta jack jackie jacob jacqueline jacques jacqui jade
    jadwiga jagdish jagoda jai jaime jake jakub jamal jameela james jamie jan jana jane janet janette janice janina
    janusz jarek jarvis jasleen jasmine jason jasper jaspreet jaswinder jatinder javier jay jaya jayden jayne jean
    jeanette jed jeff jeffrey jelena jemima jemma jen jennifer jenny jens jeremy jerome jerry jerzy jesper jess
    jessica jez jia jian jill jim jimmy jin jing jitka jo joachim joan joann joanna joanne joao joaquin jocelyn
    jodie jody joe joel johan johann johanna johannes john johnny jolanta jolene jon jonathan jonathon jools jordan
    jorge jose josef josefina joseph josephine josh joshua josie josip jovana joy joyce jozef juan juana juanita
    jude judi judit judith judy julia julian julie juliet julio jun june jurgen justin justine justyna jyoti kabir
    kacper kadir kai kaja kalina kalpana kamal kamala kamil kamila kamran kane kara karen karim karin karina karl
    karol karolina karthik kasia kaspar kat katarina katarzyna kate kateryna katharine katherine kathie kathleen
    kathryn kathy katie katja katrina katy kavita kavitha kay kaylee kazimierz keeley kehinde kei keiko keira
    keiran keith kelly kelvin kemi ken kendra kenji kenneth kenny kerri kerris kerry kerstin kev kevin khadija
    khalid khalil khanh kieran kim kimberley kiran kirk kirsten kirsty kitty klaus kofi kojo konrad konstantin kris
    krishna kristen kristin krystyna krzysztof kshama kulwinder kumar kumari kunal kurt kwabena kwame kwasi kyle
    kyung lakshmi lamin lance lara larry lars lata latifa laura lauren laurence lawrence layla leah leanna leanne
    lech lee leigh leila len lena lene leo leon leonard leonie leopold leroy les lesia lesley leslie lester leszek
    leticia lettie levente levi lewis li liam libby lidia lilian liliana lillian lily lina linda lindsay lindsey
    linh linnea lionel lisa lisbeth liz ljiljana lloyd lois lola lora lorenzo lorna lorraine lotte lottie louis
    louisa louise luana luca lucas lucia luciana luciano lucinda lucy ludmila luigi luis luisa lukas lukasz luke
    lupita luther lutz lwazi lydia lyle lyn lynda lyndsey lynette lynn lynne maarten mabel maciej madhavi madhu mae
    magda magdalena maggie magnus mahesh mahmood mahmoud mai maia mairead maisie maja mal malcolm malgorzata malik
    mamadou mandla mandy manfred manish manjit manoj manuel mara marc marcel marcela marcelo marcia marcin marco
    marcus marek margaret margarida margit margo margot maria mariam marian mariana marianne marie mariel marija
    marilyn mario marion marius mariusz mariya marjan marjorie mark marko marla marlena marlene marshall marta
    marten martha martin martyn marvin mary maryam masood massimo mateo mateusz mathew matt matteo matthew matthias
    matthieu mattie maureen maurice maurizio mavis max maxim maximilian maxine maxwell maya mayur mbali meera meg
    megan mehdi mehmet mehreen mei meinir mel melanie melissa melvyn mercedes mercy meredith merle merryn merv
    mervyn meryem mia micah michael michal micheal michel michelle mick miguel mihaela mihai mikael mike mikhail
    mikko mikolaj milan milena miles milica millie milly milo milos mina ming minh minnie mira miranda mireille
    mirela miriam mirko miroslav mirza misbah mitch mitesh miyuki mo mohamed mohammad mohammed mohan mohsin moira
    molly mona monica monika monique morag morgan morris morten morwenna moses mostafa motunrayo moya mpho muhammad
    muhammed mukesh munira murat muriel murray musa mustafa myfanwy mylene myles myra myrtle nabil nada nadeem
    nadia nadine nahid naima najma nam nana nancy nandini nanette naoko naomi narendra nasir nasreen nasrin nassim
    nat natalia natalie nataliya natasa natasha nathan nathaniel naveed navin nazia neal ned neelam neerja neha
    neil nell nellie nenad nerys nesta nev neville ngoc ngozi nguyen nia niamh nicholas nick nicki nicky nico
    nicola nicolas nicole nicoletta nidhi niels nigel nikhil nikita nikki nikola nikolai nikolaos nikos nilesh nils
    nina nisha nita nitin nkechi nkem nnamdi noah noel noelle noor nora norah norbert noreen norma norman norris
    nosipho nuala nuno nur obinna octavia odette oisin okechukwu ola olaf oleg olena olga olive oliver olivia
    olivier ollie olu olumide oluwaseun omar omolara omotola onur onyeka oona oonagh orla orlagh orlaith orlando
    osama oscar osian osman otis otto owen oyelaran ozge ozlem pablo paddy padma padraig paloma pam pamela pankaj
    paola paolo parminder parul parveen pascal pat patience patricia patrick patrik patrizia patsy patti paul paula
    pauline pawel pearl pedram pedro peggy penelope pennie penny percy pernille pervez pete peter petr petra petula
    phil philip philippa philippe phillip phoebe phuong phyl phyllis pierre pietro pilar piotr pip pippa polly
    pooja poppy portia prakash prashant pratibha praveen preeti prem primrose priti priya priyanka prue przemyslaw
    puja punam quentin quinn rachael rachel rachid radek radoslav rafael rafal rafiq raheem rahim rahul raisa raj
    rajan rajeev rajesh rajinder rajiv rajni rakesh rakhi ralf ralph ram ramesh ramon rana ranjit raquel rasa
    rashid rashida rasmus raul ravi ray raymond raymonde razia rebecca reece reena reg reggie regina rehana reiko
    reinhard rekha remi rena renata renate rene renu reuben rex reza rhian rhiannon rhiannydd rhoda rhodri rhona
    rhydian rhys ria ricardo riccardo richard richie rick ricky rigmor rika rina rita ritchie ritu riya rob robert
    roberta roberto robin robyn rochelle rocio rod roddy roderick rodney rodrigo rogan roger rohan rohini rohit
    roisin roland roma romain roman romina romy ron ronald ronan ronit rory ros rosa rosalie rosalind rosalyn
    rosamund rosana rosanna rosario rose roseanna rosemary roshan rosie rosina roslyn ross rowan roxana roxanne roy
    roya rube ruben rubina ruby rucha rudy rufus rui rukhsana rumana rupa rupal rupert russell ruta ruth ruthie
    ryan ryszard saad saba sabine sabrina sacha sachin sadia sadie saeed sagar sahar saima sajid sakina sal salah
    saleem salim sally salma salman sam samantha samina samir samira sammy samuel samuele sandeep sandie sandip
    sandra sandro sandy sangita sanjay sanjeev sanna santiago saoirse sara sarah saskia satish saul saurabh
    savannah sayed scott sean seb sebastian sebastien seema selim selina selma selwyn senthil seok seren serena
    sergei sergey sergio serpil seth seun severine seyed shabana shabnam shafiq shaheen shahid shahnaz shaista
    shakeel shalini shamim shan shanaz shane shannon shanti shara sharmila sharon shashi shaun shauna shaz shazad
    shazia sheetal shehnaz sheila shelagh shelley sherif sheryl shirin shirley shivani shoaib shobha shona shreya
    shweta sian sid siddharth sidney sidra sienna sigrid siham silas silke silvia silvio simon simona simone sina
    sindy sinead siobhan slavica slawomir smita snezana sobia sofia sofie solange soledad somchai sonal sonia sonja
    sonya soo sophia sophie soraya sorcha soren spencer stacey stacy stan stanford stanislav stanislaw stanley
    stefan stefania stefano steffen stelian stella steph stephane stephanie stephanos stephen steve steven stewart
    stuart subhash sudha sue suhail sukhdev sukhi sukhjit sukie sullivan sumaira suman sumit sundeep suneeta sunil
    sunita suresh surinder susan susanna susannah sushma susie suzanne suzi sven svetlana swati sybil syed sylvia
    sylvie sylwia szymon tabitha tadeusz tahir taiwo takeshi tamar tamara tamas tamika tammy tamsin tania tanith
    tanvir tanya tara tariq tasha tatiana tatyana tayo ted teddy tegan teodor terence teresa teresita teri terrance
    terri terry tessa thabo thandi thea thelma theo theodora theodore theresa therese thierry thomas thorsten tiago
    tiff tiffany tilly tim timothy tina titilayo tobi tobias toby todd toluwani tom tomas tomasz tommy tomoko toni
    tony tope torsten tosin tracey tracie tracy trang travis treena trent trevor tricia trish tristan troy trudy
    tuan tudor tunde tyler tyrone ugo uju ulla ulrich ulrike ulysses uma umar una upma urmila ursula usha usman uwe
    uzma vaclav vadim val valentina valentine valeria valerie vandana vaneeta vanessa varsha vasile vasilis vaughan
    venkat vera verity verna vernon veronica veronika veronique vic vicki vicky victor victoria viet vijay vikas
    vikki vikram viktor viktoria vinay vince vincent vincenzo vinod viola violeta viorel virginia vishal vita
    vittoria viv vivek vivien vivienne vlad vladimir volker vusi waheed waldemar walid wallace walter wanda waqar
    warren wassim wayne wei wendell wendy weronika wes wesley wieslaw wiktor wilbur wilf wilfred wilhelm will
    william willie willow wim winifred winnie winston wioletta wojciech wolfgang woody xavier xiang xiao ximena xin
    xu yaa yakubu yan yana yang yann yannick yara yash yasmin yasmine yaw yeliz yemi yetunde yi ying yogesh yoko
    yolanda yolande yosef yuki yuri yusra yusuf yves yvette yvonne zac zach zachary zack zafar zaheer zahid zahida
    zahra zainab zak zanele zara zbigniew zdenka zehra zeinab zelda zena zeynep zhang zhen zia zita zivile zlatan
    zodwa zoe zofia zoltan zora zsofia zubair zuzana zuzanna
""".split()
)
# Surnames that could be a subject ("Ward", "Manning") or a first name ("Thomas").
FAMILY_NAMES = frozenset(
    """
    alexander allan allen andrew anthony arthur banning barry beals bernard billing billings blair blake blenkinship
    boeing browning bruce cable cameron campbell canning case champion chance charles chen christian christopher
    clarence clark clarke clement clements constable constance craig cummings daniel darling david davis dean dennis
    ding dowling early edmund edward edwards elliot ellis england fanning fielding fleming foster francis frank fraser
    furness gable george gilbert glen golding gordon goulding graham grant green gregory guinness hamilton hance
    harding harkness harry harvey hastings hemming hemmings henry holly howard hugh hughes ireland ives jack james
    jarvis jennings jordan joseph joyce julian keating kelly kent key kim king kipling kirk laing lance land laurence
    law lawrence lee leonard leslie lewis li ling lloyd louis lucas luke major manning marshall martin matthew maurice
    max maxwell may mcclure michael miles ming mitchell morgan morris murray neal neals neil ness nicholas norman north
    oliver owen patrick paul pence percy perry peter philip pickering power price ralph rawlings ray raymond reid rhys
    ring robert robin roger ross rowan rowling roy rupert russell ryan sandy scott seals shannon simon snelling
    spalding spence spencer stanley stephen sterling stewart stirling street stuart terry theodore thomas ting todd
    torrance torrence tracey tracy trevor troy tucker tudor tyler vance vaughan vernon victor vincent vining wales
    wallace walter ward warren wesley west wilding willis wing winship winston winter woody xu yang young
""".split()
)
