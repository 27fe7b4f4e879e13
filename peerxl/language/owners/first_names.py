"""First names, by which a person is known for one: "Jane Smith" and no "Tower Hamlets". Each as `fold` gives it."""

FIRST_NAMES = frozenset(
    """
    aaron abbie abby abdul abigail adam adele adrian agnes ahmed aidan aisha alan alana alastair albert alex alexander
    alexandra alexis alfie alfred ali alice alicia alison alistair allan allison alun alyson amanda amber amelia amina
    amir amit amy ana andrea andrew andy angela angie angus anil anisha anita ann anna annabel anne annette annie
    anthony antonia antony anwar april archie arjun arthur asha ashley asif audrey ava ayesha barbara barry becky
    belinda ben benjamin bernadette bernard beth bethany betty beverley bill billy bob brenda brendan brian bridget
    bronwen bruce bryan bryony caitlin callum cameron carl carla carol carole caroline carolyn carrie carys cath
    catherine cathy cecilia ceri charles charlie charlotte cheryl chloe chris christian christina christine
    christopher claire clare claudia clive colette colin connor craig cynthia daisy damian damien dan daniel daniella
    danielle darren dave david dawn dean debbie deborah debra declan deepak denis denise dennis derek diana diane
    dilys dominic don donald donna doreen dorothy doug douglas duncan dylan ed eddie edith edmund edward edwin eileen
    elaine eleanor elena eleri elin elizabeth ella ellen ellie elliot elsie emily emma emyr eric erica erin esther
    ethan eva eve evelyn ewan faisal farah farhan fatima fay felicity felix fergus fiona frances francesca francis
    frank fraser fred freddie frederick freya gareth garry gary gavin gemma geoff geoffrey george georgia georgina
    gerald geraldine gerard gill gillian gina ginny giles glen glenn gloria glyn gordon grace graeme graham grant greg
    gregory greta gurpreet guy gwen gwyn hamish hannah harriet harry harvey hassan hayley hazel heather heidi helen
    helena henry hilary holly howard hugh hugo huw ian ibrahim imran ingrid iona irene iris isaac isabel isabella isla
    isobel ivan ivor jack jackie jacob jacqueline jacqui jade jake jamal james jamie jan jane janet janette janice
    jason jasmine jatinder jay jayne jean jeanette jeff jeffrey jemma jen jennifer jenny jeremy jerry jess jessica
    jill jim jimmy jo joan joann joanna joanne joe joel john johnny jon jonathan jonathon joseph josephine josh joshua
    joy joyce jude judith judy julia julian julie juliet june justin justine karen karin karl kate katharine katherine
    kathleen kathryn kathy katie katrina katy kay keeley keiran keith kelly kelvin ken kenneth kenny kerri kerry kev
    kevin khalid kim kimberley kirsten kirsty kris krishna kulwinder kumar kyle laura lauren laurence lawrence leah
    leanne lee leigh len lena leo leon leonard leslie lesley lewis liam libby lily linda lindsay lindsey lisa liz
    lloyd lois lora lorna lorraine louis louisa louise lucinda lucy luke lydia lyn lynda lyndsey lynette lynn lynne
    maggie malcolm mandy manjit marc marcus margaret maria marian marie marilyn marion mark martha martin martyn mary
    mathew matt matthew maureen maurice max maxine meera megan mehmet mel melanie melissa mia michael michelle mick
    mike miles millie miranda miriam mo mohamed mohammad mohammed moira mona monica morag morgan muhammad muriel myra
    nabil nadia nancy naomi natalie natasha nathan neal neil nerys nia nicholas nick nicky nicola nicole nigel nikki
    nina noel nora norma norman olive oliver olivia omar oscar owen pam pamela parveen pat patricia patrick paul paula
    pauline penelope penny percy pete peter phil philip philippa phillip phoebe phyllis pippa polly priya rachael
    rachel raj rajesh ralph raquel rashid ravi ray raymond rebecca reg rehana rhian rhiannon rhodri rhona rhys ria
    richard rick ricky rita rob robert roberta robin robyn rod roger roisin roland ron ronald rory rosalind rose
    rosemary rosie ross rowan roy rupert russell ruth ryan sabrina sadia sajid sally salma sam samantha samina samuel
    sandra sangita sanjay sara sarah saskia scott sean sebastian selina shabana shane shannon sharon shaun shazia
    sheila shelley shirley shona sian sid sidney simon simone siobhan sonia sophia sophie stacey stan stanley stella
    steph stephanie stephen steve steven stewart stuart sue sukhdev sunil surinder susan susanna susannah susie
    suzanne suzi sylvia tamsin tania tanya tara ted teresa terence teri terri terry tessa theo theresa thomas tiffany
    tim timothy tina toby todd tom tommy toni tony tracey tracy trevor tricia trish trudy una ursula val valerie
    vanessa vera verity vernon veronica vicki vicky victor victoria vijay vikki vince vincent viv vivien vivienne
    wayne wendy wes wesley will william yasmin yusuf yvonne zahra zainab zara zoe
""".split()
)
